import { FEWEST_POSITIONS, SMALLEST_SHOWN } from "@/domain/disclosure/cell";

/** The rows of the ladder for a theme in open answers. */
export const THEME_PHRASES = [
  "tooFew",
  "notRaised",
  "pooled",
  "almostAll",
  "most",
  "majority",
  "many",
  "several",
  "some",
] as const;
export type ThemePhrase = (typeof THEME_PHRASES)[number];

/** The row for a theme that `count` of `answered` responses raise. One or two are pooled as "other points". */
export function themePhrase(count: number, answered: number): ThemePhrase {
  if (answered < FEWEST_POSITIONS) return "tooFew";
  if (count === 0) return "notRaised";
  if (count < SMALLEST_SHOWN) return "pooled";
  if (10 * count >= 9 * answered) return "almostAll";
  if (4 * count >= 3 * answered) return "most";
  if (2 * count > answered) return "majority";
  if (3 * count >= answered) return "many";
  return 20 * count >= 3 * answered ? "several" : "some";
}

/** A theme in one round: the responses that raise it, among those answered. */
type RaisedIn = { readonly count: number; readonly answered: number };

/**
 * Whether a theme is "a recurring concern": raised by 15 % or more of the answers in each of two rounds, each with enough
 * answers to report.
 */
export function isRecurringConcern(rounds: readonly RaisedIn[]): boolean {
  const raised = rounds.filter(
    ({ count, answered }) =>
      answered >= FEWEST_POSITIONS && count >= SMALLEST_SHOWN && 20 * count >= 3 * answered,
  );
  return raised.length >= 2;
}
