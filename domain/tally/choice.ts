import type { ChoiceAnswer, ChoiceItem } from "@/domain/questionnaire/choice";
import { NO_POSITION } from "@/domain/questionnaire/position";
import type { Abstentions } from "./abstentions";

/** Answers by option id. */
export type ChoiceTally = Abstentions & { kind: "choice"; options: Record<string, number> };

export function emptyChoiceTally(item: ChoiceItem): ChoiceTally {
  const options = Object.fromEntries(item.options.map(({ id }) => [id, 0]));
  return { kind: "choice", options, noPosition: 0, unanswered: 0 };
}

/** Counts one answer in (+1) or out (−1); `undefined` is "not answered". */
export function addChoice(tally: ChoiceTally, answer: ChoiceAnswer | undefined, sign: 1 | -1): void {
  if (answer === undefined) tally.unanswered += sign;
  else if (answer.option === NO_POSITION) tally.noPosition += sign;
  else tally.options[answer.option] = (tally.options[answer.option] ?? 0) + sign;
}

/** Adds the counts of the second tally to the first. */
export function mergeChoice(into: ChoiceTally, from: ChoiceTally): void {
  for (const [id, count] of Object.entries(from.options)) into.options[id] = (into.options[id] ?? 0) + count;
  into.noPosition += from.noPosition;
  into.unanswered += from.unanswered;
}
