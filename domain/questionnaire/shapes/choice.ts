import { z } from "zod";
import { itemBase, labelSchema } from "./label";

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
