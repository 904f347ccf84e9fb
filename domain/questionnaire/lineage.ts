import { labelsOf } from "./editing";
import type { Item } from "./item";
import { itemsOf, type Questionnaire } from "./questionnaire";

/** How an item, or a part of it, stands to the last round that asked it. An id that is kept is the lineage. */
export type Lineage = "new" | "carried" | "reworded";

/** A round as far as lineage goes: the number under which it is known, and what it asks. */
export type AskedRound = { readonly number: number; readonly questionnaire: Questionnaire };

/** The last of these earlier rounds that asked an item of this id and kind, or null where none did. */
export function lastAsked<Round extends AskedRound>(
  { id, kind }: Item,
  earlier: readonly Round[],
): { readonly round: Round; readonly item: Item } | null {
  const asked = earlier.flatMap((round) => {
    const item = itemsOf(round.questionnaire).find((one) => one.id === id && one.kind === kind);
    return item === undefined ? [] : [{ round, item }];
  });
  return asked.toSorted((one, other) => other.round.number - one.round.number)[0] ?? null;
}

/** Whether an item is new, carried over as it was, or reworded: its prompt, options, statements or categories differ. */
export function lineageOf(now: Item, before: Item | undefined): Lineage {
  if (before === undefined) return "new";
  return wordingOf(now) === wordingOf(before) ? "carried" : "reworded";
}

/**
 * The lineage of one statement or option. A statement stands by itself under its prompt and categories; an option stands
 * among the others, so that it is reworded where any of them is, or is new or gone.
 */
export function lineageOfLabel(id: string, now: Item, before: Item): Lineage {
  const [own, earlier] = [textOf(now, id), textOf(before, id)];
  if (own === undefined || earlier === undefined) return "new";
  if (now.kind !== "scale") return lineageOf(now, before);
  return own === earlier && frameOf(now) === frameOf(before) ? "carried" : "reworded";
}

/** Items of an earlier questionnaire that this one does not ask any more. */
export function leftOut(now: Questionnaire, before: Questionnaire): Item[] {
  const asked = new Set(itemsOf(now).map(({ id }) => id));
  return itemsOf(before).filter(({ id }) => !asked.has(id));
}

const textOf = (item: Item, id: string): string | undefined =>
  labelsOf(item)
    .find((label) => label.id === id)
    ?.text.trim();

/** What all statements of a scale share; of an approval, how many options may be approved; of other kinds, the prompt. */
const frameOf = (item: Item): string => JSON.stringify([item.prompt.trim(), settingsOf(item)]);

function settingsOf(item: Item): readonly (string | number | null)[] {
  if (item.kind === "scale") return item.categories.map((name) => name.trim());
  return item.kind === "approval" ? [item.minimum, item.maximum] : [];
}

/** Everything that an item says, whatever the order of its options. */
const wordingOf = (item: Item): string =>
  JSON.stringify([
    frameOf(item),
    labelsOf(item)
      .map(({ id, text }) => [id, text.trim()] as const)
      .toSorted(([one], [other]) => one.localeCompare(other)),
  ]);
