import type { Issue } from "@/domain/issue";
import { BREAKDOWN, breakdownIssues, groupAnswerIssues } from "./breakdown";
import { answerIssues, type Item, itemIssues } from "./item";
import type { Answers, Questionnaire } from "./shapes/questionnaire";

export type { AgendaQuestion, Answers, Background, Questionnaire } from "./shapes/questionnaire";

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
  if (questionnaire.breakdown !== undefined) issues.push(...breakdownIssues(questionnaire.breakdown));
  const ids = [...agendaQuestions.map(({ id }) => id), ...itemsOf(questionnaire).map(({ id }) => id)];
  if (new Set(ids).size < ids.length) issues.push({ code: "id_repeated" });
  return issues;
}

/** Everything that keeps a response from being accepted: browser and ballot box ask this same function. */
export function responseIssues(questionnaire: Questionnaire, answers: Answers): Issue[] {
  const items = itemsOf(questionnaire);
  const { breakdown } = questionnaire;
  const known = new Set(items.map(({ id }) => id));
  const ofItems = Object.keys(answers).filter((id) => breakdown === undefined || id !== BREAKDOWN);
  const strangers = ofItems.filter((id) => !known.has(id));
  return [
    ...(breakdown === undefined ? [] : groupAnswerIssues(breakdown, answers[BREAKDOWN])),
    ...items.flatMap((item) => answerIssues(item, answers[item.id])),
    ...strangers.map((id): Issue => ({ code: "answer_not_offered", at: id })),
    ...(ofItems.length === 0 ? [{ code: "response_empty" } as const] : []),
  ];
}
