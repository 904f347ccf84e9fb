import { makeRelease, type Release, type ReleasedItem } from "@/domain/disclosure/release";
import type { Item } from "@/domain/questionnaire/item";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import type { ItemTally } from "@/domain/tally/tally";

/** A questionnaire of these items under one agenda question. */
export function questionnaireOf(...items: Item[]): Questionnaire {
  return { agendaQuestions: [{ id: "q1", text: "What role?", attribution: null, background: null, items }] };
}

const base = { help: null, required: false };
const labels = (letters: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${letters}${index}`, text: `${letters} ${index}` }));

export const scaleItem = (categories: number, statements = 1): Extract<Item, { kind: "scale" }> => ({
  ...base,
  kind: "scale",
  id: "scale",
  prompt: "How far do you support each?",
  statements: labels("s", statements),
  categories: Array.from({ length: categories }, (_, index) => `category ${index}`),
});

export const choiceItem = (options: number): Extract<Item, { kind: "choice" }> => ({
  ...base,
  kind: "choice",
  id: "choice",
  prompt: "The model",
  options: labels("o", options),
});

export const approvalItem = (
  options: number,
  bounds: { minimum: number | null; maximum: number | null } = { minimum: null, maximum: null },
): Extract<Item, { kind: "approval" }> => ({
  ...base,
  ...bounds,
  kind: "approval",
  id: "approval",
  prompt: "Configurations",
  options: labels("o", options),
});

export const rankingItem = (options: number): Extract<Item, { kind: "ranking" }> => ({
  ...base,
  kind: "ranking",
  id: "ranking",
  prompt: "Steps ahead",
  options: labels("o", options),
});

export const textItem: Extract<Item, { kind: "text" }> = {
  ...base,
  kind: "text",
  id: "text",
  prompt: "Concerns",
};

/** The tally of one statement with these counts, the most opposed first. */
export const scaleTally = (counts: number[]): ItemTally => ({
  kind: "scale",
  statements: { s0: { counts, noPosition: 0, unanswered: 0 } },
});

export const choiceTally = (counts: number[]): ItemTally => ({
  kind: "choice",
  options: Object.fromEntries(counts.map((count, index) => [`o${index}`, count])),
  noPosition: 0,
  unanswered: 0,
});

export const approvalTally = (yes: number[], answered: number): ItemTally => ({
  kind: "approval",
  answered,
  yes: Object.fromEntries(yes.map((count, index) => [`o${index}`, count])),
  noPosition: 0,
  unanswered: 0,
});

/** The release of one item, as a round that consisted of it would give it. */
export function releaseOf(item: Item, tally: ItemTally, seats = 60): Release {
  const responses = 0;
  const participation = { invited: seats, issued: seats, replaced: 0 };
  return makeRelease(questionnaireOf(item), { responses, items: { [item.id]: tally } }, participation, {});
}

/** The released table of one statement with these counts. */
export function releasedScale(counts: number[]) {
  const item = onlyItem(releaseOf(scaleItem(counts.length), scaleTally(counts)), "scale");
  const [statement] = item.statements;
  if (statement === undefined) throw new Error("one statement was released");
  return statement.table;
}

/** The released table of a choice with these counts. */
export function releasedChoice(counts: number[]) {
  return onlyItem(releaseOf(choiceItem(counts.length), choiceTally(counts)), "choice").table;
}

/** The only item of a release, of the kind expected. */
export function onlyItem<K extends ReleasedItem["kind"]>(
  release: Release,
  kind: K,
): Extract<ReleasedItem, { kind: K }> {
  const isOfKind = (item: ReleasedItem): item is Extract<ReleasedItem, { kind: K }> => item.kind === kind;
  const item = release.items.find(isOfKind);
  if (item === undefined) throw new Error(`no ${kind} was released`);
  return item;
}
