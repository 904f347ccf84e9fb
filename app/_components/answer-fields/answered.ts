import type { Answer, Item } from "@/domain/questionnaire/item";
import type { AgendaQuestion, Answers } from "@/domain/questionnaire/questionnaire";

/** Whether there is anything in an answer: a text of blanks is none, whatever consent stands beside it. */
export function isGiven(answer: Answer | undefined): answer is Answer {
  return answer !== undefined && (answer.kind !== "text" || answer.text.trim() !== "");
}

/** The answers as they are sent: what is not given has no entry. */
export function givenOf(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => isGiven(answer)));
}

/** So many of so many. A scale counts each of its statements. */
export type Progress = { readonly answered: number; readonly of: number };

function ofItem(item: Item, answer: Answer | undefined): Progress {
  if (item.kind !== "scale") return { answered: isGiven(answer) ? 1 : 0, of: 1 };
  const marks = answer?.kind === "scale" ? answer.marks : {};
  const marked = item.statements.filter(({ id }) => marks[id] !== undefined).length;
  return { answered: marked, of: item.statements.length };
}

/**
 * Whether an item is answered for good as far as one can see: a scale in each of its statements, a choice with its one
 * option. Nothing tells when the last option was ticked or placed, or the last word written.
 */
export function isComplete(item: Item, answer: Answer | undefined): boolean {
  if (item.kind !== "scale" && item.kind !== "choice") return false;
  const { answered, of } = ofItem(item, answer);
  return answered === of;
}

/** How much of an agenda question is answered. "No position" is an answer. */
export function progressOf({ items }: AgendaQuestion, answers: Answers): Progress {
  return items
    .map((item) => ofItem(item, answers[item.id]))
    .reduce((sum, part) => ({ answered: sum.answered + part.answered, of: sum.of + part.of }), {
      answered: 0,
      of: 0,
    });
}
