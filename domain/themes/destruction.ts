const DAY = 86_400_000;

/** A round of a consultation: when it closed, or while it has not, when it shall. Moments are ISO 8601. */
export type ClosingRound = { readonly closedAt: string | null; readonly closesAt: string };

/**
 * When open answers are destroyed: so many days after the close of the last round, as the first entry of the manifest
 * fixed. While a round is still to close the date may only move later. Null without a round.
 */
export function destructionOf(
  rounds: readonly ClosingRound[],
  keptDays: number,
): { readonly at: string; readonly certain: boolean; readonly keptDays: number } | null {
  if (rounds.length === 0) return null;
  const last = Math.max(...rounds.map(({ closedAt, closesAt }) => Date.parse(closedAt ?? closesAt)));
  return {
    at: new Date(last + keptDays * DAY).toISOString(),
    certain: rounds.every(({ closedAt }) => closedAt !== null),
    keptDays,
  };
}

/** Whether the day has come. */
export const isDue = (destruction: ReturnType<typeof destructionOf>, now: Date): boolean =>
  destruction?.certain === true && Date.parse(destruction.at) <= now.getTime();

/** Whole days that are left, the last begun one counted. */
export const daysLeft = (at: string, now: Date): number =>
  Math.max(0, Math.ceil((Date.parse(at) - now.getTime()) / DAY));
