import { type Finding, findingsOf } from "@/domain/findings/finding";
import { plain } from "@/domain/findings/message";
import type { Item } from "@/domain/questionnaire/item";
import type { ItemTally } from "@/domain/tally/tally";
import type { Chosen } from "@/domain/wording/chosen";
import { type Claim, claimsOf } from "@/domain/wording/claims";
import { wordingIssues } from "@/domain/wording/issues";
import { wordedFinding } from "@/domain/wording/worded";
import { english } from "./english";
import { choiceItem, choiceTally, questionnaireOf, releaseOf, scaleItem, scaleTally } from "./release-of";

/** The first finding of an item with this tally. */
export function findingOf(item: Item, tally: ItemTally, seats = 60): Finding {
  const [finding] = findingsOf(questionnaireOf(item), releaseOf(item, tally, seats));
  if (finding === undefined) throw new Error("an item gives a finding");
  return finding;
}
export const ofScale = (...counts: number[]) => findingOf(scaleItem(counts.length), scaleTally(counts));
export const ofChoice = (...counts: number[]) => findingOf(choiceItem(counts.length), choiceTally(counts));

/** The first claim of a finding. */
export function claimOf(finding: Finding): Claim {
  const [claim] = claimsOf(finding);
  if (claim === undefined) throw new Error("the finding has words to choose");
  return claim;
}
/** A choice of this row, with the rest as given. */
export const chosen = (phrase: string, rest: Partial<Chosen> = {}): Chosen => ({
  phrase,
  reason: null,
  wording: null,
  ...rest,
});
/** What is wrong with words chosen for the first claim of a finding. */
export const issuesOf = (finding: Finding, choice: Chosen) =>
  wordingIssues(finding, claimOf(finding), choice, []).map(({ code }) => code);
/** What the finding says once the words of its first claim are chosen. */
export const said = (finding: Finding, choice: Chosen) =>
  wordedFinding(finding, { [claimOf(finding).key]: choice })
    .map((message) => plain(message, english))
    .join(" ");
