import type { Issue } from "@/domain/issue";
import { labelIssues, unknownIds } from "./label-issues";
import { NO_POSITION } from "./position";
import type { ChoiceAnswer, ChoiceItem } from "./shapes/choice";

export type { ChoiceAnswer, ChoiceItem } from "./shapes/choice";

/** What keeps a choice item from being asked. */
export function choiceItemIssues(item: ChoiceItem): Issue[] {
  return labelIssues(item.id, item.options, { atLeast: 2, missing: "too_few_options" });
}

/** What keeps an answer to this choice item from being accepted. */
export function choiceAnswerIssues(item: ChoiceItem, answer: ChoiceAnswer): Issue[] {
  return answer.option === NO_POSITION ? [] : unknownIds(item.id, item.options, [answer.option]);
}
