import { withoutBreakdown } from "./breakdown";
import type { Questionnaire } from "./questionnaire";

/**
 * A questionnaire as another consultation takes it: its ids stay, by which rounds of that one know what was carried over,
 * and its pointers to a discussion paper go, as the paper does not come along.
 */
function copied({ agendaQuestions, ...rest }: Questionnaire): Questionnaire {
  return {
    ...rest,
    agendaQuestions: agendaQuestions.map((question) => ({
      ...question,
      items: question.items.map(({ paragraph: _, ...item }) => item),
    })),
  };
}

/** What the rounds of a copy ask, or null where one of them copies an earlier round that is not there. */
export function copiedQuestionnaires(
  copies: readonly (number | null)[],
  earlier: ReadonlyMap<number, Questionnaire>,
): Questionnaire[] | null {
  const taken: Questionnaire[] = [];
  for (const number of copies) {
    const from = number === null ? undefined : earlier.get(number);
    if (number !== null && from === undefined) return null;
    taken.push(from === undefined ? withoutBreakdown(taken.at(-1) ?? { agendaQuestions: [] }) : copied(from));
  }
  return taken;
}
