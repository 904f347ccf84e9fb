import { z } from "zod";
import type { Issue } from "@/domain/issue";
import {
  approvalAnswerIssues,
  approvalAnswerSchema,
  approvalItemIssues,
  approvalItemSchema,
} from "./approval";
import { choiceAnswerIssues, choiceAnswerSchema, choiceItemIssues, choiceItemSchema } from "./choice";
import { rankingAnswerIssues, rankingAnswerSchema, rankingItemIssues, rankingItemSchema } from "./ranking";
import { scaleAnswerIssues, scaleAnswerSchema, scaleItemIssues, scaleItemSchema } from "./scale";
import { textAnswerIssues, textAnswerSchema, textItemSchema } from "./text";

export const itemSchema = z.discriminatedUnion("kind", [
  scaleItemSchema,
  choiceItemSchema,
  approvalItemSchema,
  rankingItemSchema,
  textItemSchema,
]);
export type Item = z.infer<typeof itemSchema>;

export const answerSchema = z.discriminatedUnion("kind", [
  scaleAnswerSchema,
  choiceAnswerSchema,
  approvalAnswerSchema,
  rankingAnswerSchema,
  textAnswerSchema,
]);
export type Answer = z.infer<typeof answerSchema>;

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
