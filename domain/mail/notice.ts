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

/** What can be told of a round by hand without saying what is not so. */
export function noticesFitting({ stage, published }: RoundState): NoticeKind[] {
  if (stage === "open") return ["reminder", "opened", "extended"];
  return stage === "closed" && published ? ["published"] : [];
}
