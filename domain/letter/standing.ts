import { letterIssues } from "./issues";
import type { Letter } from "./letter";

/**
 * How a letter stands to the edition that would be published now: there is none, something keeps it from being carried, it is
 * dated before what the report tells had happened, or it is carried.
 */
export type LetterStanding = "none" | "incomplete" | "older" | "carried";

/** `lastClose` is the day on which the last round that the report gives closed, `2011-06-14`; null where it gives none. */
export function letterStanding(
  letter: Letter | null,
  coHosts: readonly string[],
  lastClose: string | null,
): LetterStanding {
  if (letter === null) return "none";
  if (letterIssues(letter, coHosts).length > 0) return "incomplete";
  return lastClose !== null && letter.date < lastClose ? "older" : "carried";
}
