import { z } from "zod";
import { NO_POSITION } from "../position";
import { itemBase, labelSchema } from "./label";

/** Several statements that share one ordered, labelled scale, from most opposed to most in favour. */
export const scaleItemSchema = z.object({
  ...itemBase,
  kind: z.literal("scale"),
  statements: z.array(labelSchema).max(12),
  /** Labels of the categories, from most opposed to most in favour. */
  categories: z.array(z.string().max(80)).max(7),
});
export type ScaleItem = z.infer<typeof scaleItemSchema>;

/** Per statement, the index of the category (0 is the most opposed) or "no position". A statement left out is unanswered. */
export const scaleAnswerSchema = z.object({
  kind: z.literal("scale"),
  marks: z.record(z.string(), z.union([z.int().min(0).max(6), z.literal(NO_POSITION)])),
});
export type ScaleAnswer = z.infer<typeof scaleAnswerSchema>;
