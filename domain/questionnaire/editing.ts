import { type Breakdown, type Group, withoutBreakdown } from "./breakdown";
import type { Item } from "./item";
import { type AgendaQuestion, itemsOf, type Questionnaire } from "./questionnaire";
import type { Label } from "./shapes/label";

/** The most of each that a questionnaire holds; its schema refuses more. */
export const MOST = {
  agendaQuestions: 12,
  items: 12,
  groups: 12,
  categories: 7,
  labels: { scale: 12, choice: 12, approval: 20, ranking: 12, text: 0 },
} as const;

/** Something taken out, with where it stood, so that it can be put back into whatever the rest has become since. */
export type Removal =
  | { readonly what: "agendaQuestion"; readonly index: number; readonly entry: AgendaQuestion }
  | { readonly what: "item"; readonly questionId: string; readonly index: number; readonly entry: Item }
  | { readonly what: "label"; readonly itemId: string; readonly index: number; readonly entry: Label }
  | { readonly what: "category"; readonly itemId: string; readonly index: number; readonly entry: string }
  /** All categories of a scale, for a preset in their place. */
  | { readonly what: "scale"; readonly itemId: string; readonly entry: readonly string[] }
  | OfBreakdown
  /** The whole draft, for another questionnaire in its place. */
  | { readonly what: "questionnaire"; readonly entry: Questionnaire };

/** Something taken out of the breakdown, or all of it. */
type OfBreakdown =
  | { readonly what: "breakdown"; readonly entry: Breakdown }
  | { readonly what: "group"; readonly index: number; readonly entry: Group }
  /** All groups, for a preset in their place. */
  | { readonly what: "groups"; readonly entry: readonly Group[] };

/** The list with one entry a place up (−1) or down (+1); at either end it stays as it is. */
export function movedBy<Entry>(list: readonly Entry[], index: number, step: -1 | 1): Entry[] {
  const entry = list[index];
  const to = index + step;
  if (entry === undefined || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(index, 1).toSpliced(to, 0, entry);
}

/** The statements of a scale or the options of what is chosen from; none for an open answer. */
export function labelsOf(item: Item): Label[] {
  if (item.kind === "scale") return item.statements;
  return item.kind === "text" ? [] : item.options;
}

/** The item with these statements or options. */
export function withLabels(item: Item, labels: Label[]): Item {
  if (item.kind === "scale") return { ...item, statements: labels };
  return item.kind === "text" ? item : { ...item, options: labels };
}

/** The questionnaire with the agenda question of the same id replaced. */
export function withAgendaQuestion(questionnaire: Questionnaire, changed: AgendaQuestion): Questionnaire {
  return {
    ...questionnaire,
    agendaQuestions: questionnaire.agendaQuestions.map((question) =>
      question.id === changed.id ? changed : question,
    ),
  };
}

/** The questionnaire with the item of the same id replaced. */
export function withItem(questionnaire: Questionnaire, changed: Item): Questionnaire {
  return {
    ...questionnaire,
    agendaQuestions: questionnaire.agendaQuestions.map((question) =>
      question.items.some(({ id }) => id === changed.id)
        ? { ...question, items: question.items.map((item) => (item.id === changed.id ? changed : item)) }
        : question,
    ),
  };
}

/** The questionnaire with these groups in its breakdown; `null` where it has none. */
export const withGroups = (questionnaire: Questionnaire, groups: readonly Group[]): Questionnaire | null =>
  questionnaire.breakdown === undefined
    ? null
    : { ...questionnaire, breakdown: { ...questionnaire.breakdown, groups: [...groups] } };

/** The questionnaire without what the removal names. */
export function without(
  questionnaire: Questionnaire,
  removal: Exclude<Removal, { what: "scale" | "groups" | "questionnaire" }>,
): Questionnaire {
  return spliced(questionnaire, removal, "out") ?? questionnaire;
}

/**
 * The questionnaire with what was removed back in its place; `null` where there is no room or no place for it any more.
 * Of an agenda question that stands here again, what it still lacks comes back.
 */
export function putBack(questionnaire: Questionnaire, removal: Removal): Questionnaire | null {
  if (removal.what === "questionnaire") return removal.entry;
  if (removal.what !== "agendaQuestion") return spliced(questionnaire, removal, "in");
  const question = questionnaire.agendaQuestions.find(({ id }) => id === removal.entry.id);
  if (question === undefined) return spliced(questionnaire, removal, "in");
  const asked = new Set(question.items.map(({ id }) => id));
  const items = [...question.items, ...removal.entry.items.filter(({ id }) => !asked.has(id))];
  return items.length <= MOST.items ? withAgendaQuestion(questionnaire, { ...question, items }) : null;
}

function spliced(
  questionnaire: Questionnaire,
  removal: Exclude<Removal, { what: "questionnaire" }>,
  way: "in" | "out",
): Questionnaire | null {
  if (removal.what === "agendaQuestion") {
    const list = splicedList(questionnaire.agendaQuestions, removal, way, MOST.agendaQuestions);
    return list && { ...questionnaire, agendaQuestions: list };
  }
  if (removal.what === "item") {
    const question = questionnaire.agendaQuestions.find(({ id }) => id === removal.questionId);
    const items = question && splicedList(question.items, removal, way, MOST.items);
    return question && items ? withAgendaQuestion(questionnaire, { ...question, items }) : null;
  }
  if (removal.what === "breakdown" || removal.what === "group" || removal.what === "groups")
    return breakdownSpliced(questionnaire, removal, way);
  const item = itemsOf(questionnaire).find(({ id }) => id === removal.itemId);
  if (item === undefined) return null;
  if (removal.what === "label") {
    const labels = splicedList(labelsOf(item), removal, way, MOST.labels[item.kind]);
    return labels && withItem(questionnaire, withLabels(item, labels));
  }
  if (item.kind !== "scale") return null;
  const categories =
    removal.what === "scale"
      ? [...removal.entry]
      : splicedList(item.categories, removal, way, MOST.categories);
  return categories && withItem(questionnaire, { ...item, categories });
}

/** A breakdown comes back only where none stands now, and its groups only into one. */
function breakdownSpliced(
  questionnaire: Questionnaire,
  removal: OfBreakdown,
  way: "in" | "out",
): Questionnaire | null {
  const { breakdown } = questionnaire;
  if (removal.what === "breakdown") {
    if (way === "out") return withoutBreakdown(questionnaire);
    return breakdown === undefined ? { ...questionnaire, breakdown: removal.entry } : null;
  }
  if (removal.what === "groups") return withGroups(questionnaire, removal.entry);
  const groups = breakdown && splicedList(breakdown.groups, removal, way, MOST.groups);
  return groups ? withGroups(questionnaire, groups) : null;
}

function splicedList<Entry>(
  list: readonly Entry[],
  { index, entry }: { readonly index: number; readonly entry: Entry },
  way: "in" | "out",
  most: number,
): Entry[] | null {
  if (way === "out") return list.toSpliced(index, 1);
  return list.length < most ? list.toSpliced(index, 0, entry) : null;
}
