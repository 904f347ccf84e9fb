import type { RoomRound } from "./shown";
import type { TakenStep } from "./step";

/** After so long without anything a session is taken for forgotten, in milliseconds. */
export const FORGOTTEN_AFTER = 12 * 3_600_000;

/** What it depends on whether a session is forgotten. */
type LastHappenings = {
  readonly startedAt: Date;
  readonly steps: readonly TakenStep[];
  /** The round that it is at. */
  readonly round: Pick<RoomRound, "stage" | "extendedByRule" | "closesAt">;
};

/**
 * Whether its hosts have forgotten to end a session: nothing has happened in it for twelve hours, neither a step, one that
 * came to nothing included, nor the close of its round. One whose round is open is not forgotten, since it closes in it;
 * but a round that the rule has extended closes at its time alone, days from then, and the session is over before.
 */
export function isForgotten({ startedAt, steps, round }: LastHappenings, now: Date): boolean {
  const { stage, extendedByRule, closesAt } = round;
  if (stage === "opening" || stage === "closing" || (stage === "open" && !extendedByRule)) return false;
  const happened = [
    startedAt.getTime(),
    ...steps.map(({ effectAt }) => Date.parse(effectAt)),
    ...(stage === "closed" ? [Date.parse(closesAt)] : []),
  ];
  return now.getTime() - Math.max(...happened) >= FORGOTTEN_AFTER;
}
