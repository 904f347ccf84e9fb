/** What is told to all seats, or to none. */
export const NOTICE_KINDS = [
  "reminder",
  "twoDaysBefore",
  "lastDay",
  "opened",
  "extended",
  "corrected",
  "published",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Characters that hosts may add to a notice. */
export const LONGEST_NOTE = 2_000;

/** How far a round has come, as far as a notice about it is concerned. */
type RoundState = { readonly stage: string; readonly published: boolean };

/**
 * What can be told of a round by hand without saying what is not so. That a round was extended or withdrawn is told with the
 * act that does it.
 */
export function noticesFitting({ stage, published }: RoundState): NoticeKind[] {
  if (stage === "open") return ["reminder", "opened"];
  return stage === "closed" && published ? ["published"] : [];
}

/** Notices that tell until when answers can be given, and those of them that are about one close alone. */
const OF_OPEN_ROUNDS: readonly string[] = ["reminder", "opened", "extended", "twoDaysBefore", "lastDay"];
const OF_ONE_CLOSE: readonly string[] = ["twoDaysBefore", "lastDay"];

/**
 * Whether a notice that was queued is still true when it comes to be sent. `named` is the close that it was made for;
 * `round` is null where it is about the whole consultation.
 */
export function stillTrue(
  kind: string,
  named: Date | null,
  round: { readonly stage: string; readonly closesAt: Date } | null,
  now: Date,
): boolean {
  if (!OF_OPEN_ROUNDS.includes(kind)) return true;
  if (round === null || round.stage !== "open" || round.closesAt <= now) return false;
  return !OF_ONE_CLOSE.includes(kind) || named?.getTime() === round.closesAt.getTime();
}
