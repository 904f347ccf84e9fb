import { z } from "zod";
import type { Issue } from "@/domain/issue";
import { type Answer, answerIssues, answerSchema, type Item, itemIssues, itemSchema } from "./item";
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

export const questionnaireSchema = z.object({ agendaQuestions: z.array(agendaQuestionSchema).max(12) });
export type Questionnaire = z.infer<typeof questionnaireSchema>;

/** One participant's answers in one round, by item id. What is not answered has no entry. */
export const answersSchema = z.record(z.string().max(64), answerSchema);
export type Answers = Readonly<Record<string, Answer>>;

/** All items of a questionnaire, in the order in which they are asked. */
export function itemsOf(questionnaire: Questionnaire): Item[] {
  return questionnaire.agendaQuestions.flatMap(({ items }) => items);
}

/** Everything that keeps a questionnaire from being asked. */
export function questionnaireIssues(questionnaire: Questionnaire): Issue[] {
  const { agendaQuestions } = questionnaire;
  const issues: Issue[] = agendaQuestions.length === 0 ? [{ code: "questionnaire_empty" }] : [];
  for (const [index, question] of agendaQuestions.entries()) {
    const values = { number: index + 1 };
    if (question.text.trim() === "") issues.push({ code: "agenda_question_blank", at: question.id, values });
    if (question.items.length === 0)
      issues.push({ code: "agenda_question_without_items", at: question.id, values });
    issues.push(...question.items.flatMap((item) => itemIssues(item)));
  }
  const ids = [...agendaQuestions.map(({ id }) => id), ...itemsOf(questionnaire).map(({ id }) => id)];
  if (new Set(ids).size < ids.length) issues.push({ code: "id_repeated" });
  return issues;
}

/** Everything that keeps a response from being accepted: browser and ballot box ask this same function. */
export function responseIssues(questionnaire: Questionnaire, answers: Answers): Issue[] {
  const items = itemsOf(questionnaire);
  const known = new Set(items.map(({ id }) => id));
  const strangers = Object.keys(answers).filter((id) => !known.has(id));
  return [
    ...items.flatMap((item) => answerIssues(item, answers[item.id])),
    ...strangers.map((id): Issue => ({ code: "answer_not_offered", at: id })),
    ...(Object.keys(answers).length === 0 ? [{ code: "response_empty" } as const] : []),
  ];
}
