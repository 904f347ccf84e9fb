import { z } from "zod";
import { approvalAnswerSchema, approvalItemSchema } from "./approval";
import { groupAnswerSchema } from "./breakdown";
import { choiceAnswerSchema, choiceItemSchema } from "./choice";
import { rankingAnswerSchema, rankingItemSchema } from "./ranking";
import { scaleAnswerSchema, scaleItemSchema } from "./scale";
import { textAnswerSchema, textItemSchema } from "./text";

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
  groupAnswerSchema,
]);
export type Answer = z.infer<typeof answerSchema>;
