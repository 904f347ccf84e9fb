import type { Issue } from "@/domain/issue";
import { approvalAnswerIssues, approvalItemIssues } from "./approval";
import { choiceAnswerIssues, choiceItemIssues } from "./choice";
import { rankingAnswerIssues, rankingItemIssues } from "./ranking";
import { scaleAnswerIssues, scaleItemIssues } from "./scale";
import type { Answer, Item } from "./shapes/item";
import { textAnswerIssues } from "./text";

export type { Answer, Item } from "./shapes/item";

/** What keeps an item from being asked. */
export function itemIssues(item: Item): Issue[] {
  const ofKind = issuesOfKind(item);
  return item.prompt.trim() === "" ? [{ code: "prompt_blank", at: item.id }, ...ofKind] : ofKind;
}

function issuesOfKind(item: Item): Issue[] {
  switch (item.kind) {
    case "scale":
      return scaleItemIssues(item);
    case "choice":
      return choiceItemIssues(item);
    case "approval":
      return approvalItemIssues(item);
    case "ranking":
      return rankingItemIssues(item);
    case "text":
      return [];
  }
}

/** What keeps an answer to this item from being accepted; `undefined` is "not answered". */
export function answerIssues(item: Item, answer: Answer | undefined): Issue[] {
  if (answer === undefined) return item.required ? [{ code: "required_unanswered", at: item.id }] : [];
  if (item.kind === "scale" && answer.kind === "scale") return scaleAnswerIssues(item, answer);
  if (item.kind === "choice" && answer.kind === "choice") return choiceAnswerIssues(item, answer);
  if (item.kind === "approval" && answer.kind === "approval") return approvalAnswerIssues(item, answer);
  if (item.kind === "ranking" && answer.kind === "ranking") return rankingAnswerIssues(item, answer);
  if (item.kind === "text" && answer.kind === "text") return textAnswerIssues(item, answer);
  return [{ code: "answer_of_another_kind", at: item.id }];
}
