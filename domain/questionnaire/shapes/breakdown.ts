import { z } from "zod";
import { idSchema } from "./label";

const groupSchema = z.object({ id: idSchema, name: z.string().max(200) });
/** A group to which participants may say that they belong. */
export type Group = z.infer<typeof groupSchema>;

/** The groups by which a round's scales are broken down, and the question that asks participants for theirs. */
export const breakdownSchema = z.object({
  question: z.string().max(1_000),
  groups: z.array(groupSchema).max(12),
});
export type Breakdown = z.infer<typeof breakdownSchema>;

/** The group that a participant names; null is "prefer not to say". */
export const groupAnswerSchema = z.object({
  kind: z.literal("group"),
  groupId: z.string().max(64).nullable(),
});
export type GroupAnswer = z.infer<typeof groupAnswerSchema>;
