import type { Consent, TextAnswer } from "@/domain/questionnaire/text";

/** Open answers by what their authors allow. An open answer has no "no position". */
export type TextTally = { kind: "text"; answered: Record<Consent, number>; unanswered: number };

export const emptyTextTally = (): TextTally => ({
  kind: "text",
  answered: { mayBeReflected: 0, notToBeReflected: 0 },
  unanswered: 0,
});

/** Counts one answer in (+1) or out (−1); `undefined` is "not answered". */
export function addText(tally: TextTally, answer: TextAnswer | undefined, sign: 1 | -1): void {
  if (answer === undefined) tally.unanswered += sign;
  else tally.answered[answer.consent] += sign;
}

/** Adds the counts of the second tally to the first. */
export function mergeText(into: TextTally, from: TextTally): void {
  into.answered.mayBeReflected += from.answered.mayBeReflected;
  into.answered.notToBeReflected += from.answered.notToBeReflected;
  into.unanswered += from.unanswered;
}
