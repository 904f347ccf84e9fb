import type { Group } from "./breakdown";
import { labelsOf } from "./editing";
import type { Item } from "./item";
import type { AgendaQuestion, Questionnaire } from "./questionnaire";
import { SCALE_PRESETS } from "./scale-presets";
import type { Label } from "./shapes/label";

/** Draws a few small letters or digits, never the same twice in practice; the caller brings the chance. */
export type Draw = () => string;

/**
 * An id that is not taken. It is drawn rather than counted, so that what replaces something removed is not taken for it
 * when two rounds are compared.
 */
function drawnOutside(taken: ReadonlySet<string>, stem: string, draw: Draw): string {
  const id = `${stem}-${draw()}`;
  return taken.has(id) ? drawnOutside(taken, stem, draw) : id;
}

function idsOf({ agendaQuestions, breakdown }: Questionnaire): Set<string> {
  return new Set([
    ...agendaQuestions.flatMap(({ id, items }) => [
      id,
      ...items.flatMap((item) => [item.id, ...labelsOf(item).map((label) => label.id)]),
    ]),
    ...(breakdown?.groups ?? []).map(({ id }) => id),
  ]);
}

/** Blank groups for a breakdown. */
export const blankGroups = (questionnaire: Questionnaire, count: number, draw: Draw): Group[] =>
  blankLabels(questionnaire, count, draw).map(({ id, text }) => ({ id, name: text }));

/** Blank statements or options. */
export function blankLabels(questionnaire: Questionnaire, count: number, draw: Draw): Label[] {
  const taken = idsOf(questionnaire);
  return Array.from({ length: count }, () => {
    const id = drawnOutside(taken, "label", draw);
    taken.add(id);
    return { id, text: "" };
  });
}

/** An agenda question without words or items. */
export function blankAgendaQuestion(questionnaire: Questionnaire, draw: Draw): AgendaQuestion {
  const id = drawnOutside(idsOf(questionnaire), "question", draw);
  return { id, text: "", attribution: null, background: null, items: [] };
}

/** An item without words, with as many blank lines as its kind needs at least; a scale starts as the support scale. */
export function blankItem(questionnaire: Questionnaire, kind: Item["kind"], draw: Draw): Item {
  const id = drawnOutside(idsOf(questionnaire), "item", draw);
  const base = { id, prompt: "", help: null, required: false };
  switch (kind) {
    case "scale":
      return {
        ...base,
        kind,
        statements: blankLabels(questionnaire, 1, draw),
        categories: [...SCALE_PRESETS.support],
      };
    case "approval":
      return { ...base, kind, options: blankLabels(questionnaire, 2, draw), minimum: null, maximum: null };
    case "choice":
    case "ranking":
      return { ...base, kind, options: blankLabels(questionnaire, 2, draw) };
    case "text":
      return { ...base, kind };
  }
}
