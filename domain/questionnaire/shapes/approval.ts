import { z } from "zod";
import { NO_POSITION } from "../position";
import { itemBase, labelSchema } from "./label";

/** Any number of options, within an optional minimum and maximum. */
export const approvalItemSchema = z.object({
  ...itemBase,
  kind: z.literal("approval"),
  options: z.array(labelSchema).max(20),
  minimum: z.int().min(0).max(20).nullable(),
  maximum: z.int().min(1).max(20).nullable(),
});
export type ApprovalItem = z.infer<typeof approvalItemSchema>;

/** The ids of the options approved ("none of these" is the empty list), or "no position". */
export const approvalAnswerSchema = z.object({
  kind: z.literal("approval"),
  options: z.union([z.array(z.string().max(64)).max(20), z.literal(NO_POSITION)]),
});
export type ApprovalAnswer = z.infer<typeof approvalAnswerSchema>;
