import { z } from "zod";
import { breakdownSchema } from "./breakdown";
import { type Answer, answerSchema, itemSchema } from "./item";
import { idSchema } from "./label";

/** Reading matter beside an agenda question: a table with a heading for each column, or paragraphs. */
const backgroundSchema = z.object({
  title: z.string().max(200),
  source: z.string().max(400),
  columns: z.array(z.string().max(80)).max(6),
  rows: z.array(z.array(z.string().max(800)).max(6)).max(12),
});
export type Background = z.infer<typeof backgroundSchema>;

const agendaQuestionSchema = z.object({
  id: idSchema,
  /** The question as put to delegations. */
  text: z.string().max(1_000),
  /** Whose words they are, when they are quoted. */
  attribution: z.string().max(600).nullable(),
  background: backgroundSchema.nullable(),
  items: z.array(itemSchema).max(12),
});
export type AgendaQuestion = z.infer<typeof agendaQuestionSchema>;

export const questionnaireSchema = z.object({
  agendaQuestions: z.array(agendaQuestionSchema).max(12),
  breakdown: breakdownSchema.exactOptional(),
});
export type Questionnaire = z.infer<typeof questionnaireSchema>;

/** One participant's answers in one round, by item id; the group under `BREAKDOWN`. What is not answered has no entry. */
export const answersSchema = z.record(z.string().max(64), answerSchema);
export type Answers = Readonly<Record<string, Answer>>;
