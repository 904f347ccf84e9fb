import { z } from "zod";
import type { Issue } from "@/domain/issue";
import { itemBase, labelSchema } from "./label";
import { labelIssues, unknownIds } from "./label-issues";
import { NO_POSITION } from "./position";

/** One option of several. */
export const choiceItemSchema = z.object({
  ...itemBase,
  kind: z.literal("choice"),
  options: z.array(labelSchema).max(12),
});
export type ChoiceItem = z.infer<typeof choiceItemSchema>;

/** The id of the option chosen, or "no position". */
export const choiceAnswerSchema = z.object({ kind: z.literal("choice"), option: z.string().max(64) });
export type ChoiceAnswer = z.infer<typeof choiceAnswerSchema>;

/** What keeps a choice item from being asked. */
export function choiceItemIssues(item: ChoiceItem): Issue[] {
  return labelIssues(item.id, item.options, { atLeast: 2, missing: "too_few_options" });
}

/** What keeps an answer to this choice item from being accepted. */
export function choiceAnswerIssues(item: ChoiceItem, answer: ChoiceAnswer): Issue[] {
  return answer.option === NO_POSITION ? [] : unknownIds(item.id, item.options, [answer.option]);
}
