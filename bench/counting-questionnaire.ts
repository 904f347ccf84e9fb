import type { Item } from "@/domain/questionnaire/item";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { SCALE_PRESETS } from "@/domain/questionnaire/scale-presets";

const STATEMENTS = 4;
const OPTIONS = 6;
const ITEMS_A_QUESTION = 5;

/** How many items of each kind: twenty together. */
const KINDS: readonly Item["kind"][] = [
  ...Array.from({ length: 9 }, () => "scale" as const),
  ...Array.from({ length: 4 }, () => "choice" as const),
  ...Array.from({ length: 3 }, () => "approval" as const),
  ...Array.from({ length: 3 }, () => "ranking" as const),
  "text",
];

const labels = (what: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${what}-${index + 1}`, text: `${what} ${index + 1}` }));

function itemOf(kind: Item["kind"], index: number): Item {
  const base = { id: `${kind}-${index + 1}`, prompt: `Item ${index + 1}`, help: null, required: false };
  switch (kind) {
    case "scale":
      return {
        ...base,
        kind,
        statements: labels("statement", STATEMENTS),
        categories: [...SCALE_PRESETS.support],
      };
    case "approval":
      return { ...base, kind, options: labels("option", OPTIONS), minimum: null, maximum: null };
    case "choice":
    case "ranking":
      return { ...base, kind, options: labels("option", OPTIONS) };
    case "text":
      return { ...base, kind };
  }
}

const ITEMS = KINDS.map(itemOf);

/** Twenty items of all kinds under four agenda questions, the kinds mixed about as in the built-in template. */
export const countingQuestionnaire: Questionnaire = {
  agendaQuestions: Array.from({ length: ITEMS.length / ITEMS_A_QUESTION }, (_, index) => ({
    id: `question-${index + 1}`,
    text: `Question ${index + 1}`,
    attribution: null,
    background: null,
    items: ITEMS.slice(index * ITEMS_A_QUESTION, (index + 1) * ITEMS_A_QUESTION),
  })),
};
