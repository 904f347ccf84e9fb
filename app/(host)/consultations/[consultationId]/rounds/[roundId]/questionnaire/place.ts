import type { Item } from "@/domain/questionnaire/item";
import type { AgendaQuestion, Questionnaire } from "@/domain/questionnaire/questionnaire";

/** Where the editor stands: at an agenda question, or at one of its items. */
export type Place = {
  readonly question: AgendaQuestion;
  readonly questionIndex: number;
  readonly item: { readonly value: Item; readonly index: number } | undefined;
};

/** The place that an id names; where it names nothing, the first agenda question, if there is one. */
export function placeOf({ agendaQuestions }: Questionnaire, id: string | undefined): Place | undefined {
  for (const [questionIndex, question] of agendaQuestions.entries()) {
    if (question.id === id) return { question, questionIndex, item: undefined };
    const index = question.items.findIndex((item) => item.id === id);
    const value = question.items[index];
    if (value !== undefined) return { question, questionIndex, item: { value, index } };
  }
  const [first] = agendaQuestions;
  return first && { question: first, questionIndex: 0, item: undefined };
}

/** How an item is called: the second item of the first question is 1b. */
export function itemNumber(questionIndex: number, itemIndex: number): string {
  return `${questionIndex + 1}${String.fromCharCode("a".charCodeAt(0) + itemIndex)}`;
}
