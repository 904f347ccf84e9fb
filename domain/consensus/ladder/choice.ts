import { FEWEST_POSITIONS } from "@/domain/disclosure/cell";
import { sum } from "@/domain/tally/counts";

/** The rows of the ladder for a choice, the most claiming first after `tooFew`. */
export const CHOICE_PHRASES = [
  "tooFew",
  "nearlyAllPreferred",
  "widelyPreferred",
  "generallyPreferred",
  "majorityPreferred",
  "moreAgreementCentredOn",
  "dividedBetween",
  "noOptionBroadSupport",
] as const;
export type ChoicePhrase = (typeof CHOICE_PHRASES)[number];

/** The row for exact counts by option. "All or nearly all" is a matter of the release, so it never comes from here. */
export function choicePhrase(counts: readonly number[]): ChoicePhrase {
  const n = sum(counts);
  const [first = 0, second = 0] = [...counts].sort((a, b) => b - a);
  if (n < FEWEST_POSITIONS) return "tooFew";
  if (5 * first >= 4 * n) return "widelyPreferred";
  if (3 * first >= 2 * n) return "generallyPreferred";
  if (2 * first > n) return "majorityPreferred";
  if (3 * first < n) return "noOptionBroadSupport";
  return 10 * (first - second) >= n ? "moreAgreementCentredOn" : "dividedBetween";
}

/** The one of these rows that claims least. */
export function leastClaimingChoice(phrases: readonly ChoicePhrase[]): ChoicePhrase {
  return CHOICE_PHRASES.findLast((phrase) => phrases.includes(phrase)) ?? "noOptionBroadSupport";
}
