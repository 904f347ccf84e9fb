import type { ApprovalAnswer, ApprovalItem } from "@/domain/questionnaire/approval";
import { NO_POSITION } from "@/domain/questionnaire/position";
import type { Abstentions } from "./abstentions";

/** Answers that approve, by option id, of `answered` answers that take a position ("none of these" is one). */
export type ApprovalTally = Abstentions & { kind: "approval"; answered: number; yes: Record<string, number> };

export function emptyApprovalTally(item: ApprovalItem): ApprovalTally {
  const yes = Object.fromEntries(item.options.map(({ id }) => [id, 0]));
  return { kind: "approval", answered: 0, yes, noPosition: 0, unanswered: 0 };
}

/** Counts one answer in (+1) or out (−1); `undefined` is "not answered". */
export function addApproval(tally: ApprovalTally, answer: ApprovalAnswer | undefined, sign: 1 | -1): void {
  if (answer === undefined) tally.unanswered += sign;
  else if (answer.options === NO_POSITION) tally.noPosition += sign;
  else {
    tally.answered += sign;
    for (const id of answer.options) tally.yes[id] = (tally.yes[id] ?? 0) + sign;
  }
}

/** Adds the counts of the second tally to the first. */
export function mergeApproval(into: ApprovalTally, from: ApprovalTally): void {
  for (const [id, count] of Object.entries(from.yes)) into.yes[id] = (into.yes[id] ?? 0) + count;
  into.answered += from.answered;
  into.noPosition += from.noPosition;
  into.unanswered += from.unanswered;
}
