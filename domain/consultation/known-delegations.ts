import MiniSearch from "minisearch";
import { comparable, DELEGATIONS, type Delegation, FURTHER_ORGANISATIONS } from "./delegations";
import { otherNamesOf } from "./delegations-other-names";
import { foreignNamesOf } from "./names-in-languages";

/** Everybody who can be invited by name. */
export const KNOWN_DELEGATIONS: readonly Delegation[] = [...DELEGATIONS, ...FURTHER_ORGANISATIONS];

type Name = { readonly id: number; readonly key: string; readonly delegation: Delegation };

/** Every name of everybody as names are compared, each once, a delegation's own before those of others. */
function everyName(): Name[] {
  const byKey = new Map<string, Delegation>();
  for (const namesOf of [(name: string) => [name, ...otherNamesOf(name)], foreignNamesOf])
    for (const delegation of KNOWN_DELEGATIONS)
      for (const key of namesOf(delegation.name).map(comparable))
        if (!byKey.has(key)) byKey.set(key, delegation);
  return [...byKey].map(([key, delegation], id) => ({ id, key, delegation }));
}

const NAMES = everyName();
const byKey = new Map(NAMES.map(({ key, delegation }) => [key, delegation]));
const byDelegation = Map.groupBy(NAMES, ({ delegation }) => delegation.name);

/** The names of a delegation as names are compared, in every language. */
export const keysOf = (delegation: string): string[] =>
  byDelegation.get(delegation)?.map(({ key }) => key) ?? [comparable(delegation)];

const STYLE =
  /^(arab republic|commonwealth|federal republic|grand duchy|hashemite kingdom|islamic republic|kingdom|principality|republic|state|sultanate) of /;

/** The delegation of exactly that name in any language, however it is written. */
export function delegationNamed(text: string): Delegation | undefined {
  const key = comparable(text);
  // "Republic of China" is not the Member State's name, so it is left to whoever typed it.
  return byKey.get(key) ?? (key === "republic of china" ? undefined : byKey.get(key.replace(STYLE, "")));
}

/** Words that tell no name from another. */
const STOP_WORDS = new Set(["of", "and", "the", "de", "la", "le", "les", "du", "des", "et", "el", "y", "и"]);
const words = (text: string) => text.split(" ").filter((word) => word !== "" && !STOP_WORDS.has(word));

/** Every word of a name; one that is among them is spelt right. */
const WORDS = new Set(NAMES.flatMap(({ key }) => words(key)));

let index: MiniSearch<Name> | null = null;

/** An index over all names, made when it is first asked. */
function indexOfNames(): MiniSearch<Name> {
  if (index === null) {
    index = new MiniSearch<Name>({ fields: ["key"], tokenize: words, processTerm: (term) => term });
    index.addAll(NAMES);
  }
  return index;
}

/** The share of a word's letters that may be wrong, and the most of them: one in a word of three, two in one of six. */
const WRONG_LETTERS = 1 / 3;
const MOST_WRONG = 2;
/** Longer texts are no name. */
const LONGEST_NAME = 80;

/**
 * The delegations that a misspelt name or part of one may mean, nearest first: each of its words stands in one of their
 * names, a few letters aside, and the last may be the beginning of one. None for a text that is no name.
 */
export function nearest(text: string): Delegation[] {
  const key = comparable(text);
  if (words(key).length === 0 || key.length > LONGEST_NAME) return [];
  const found = indexOfNames().search(key, {
    combineWith: "AND",
    fuzzy: (word) => !WORDS.has(word) && WRONG_LETTERS,
    maxFuzzy: MOST_WRONG,
    prefix: (word, place, { length }) => place === length - 1 && (word.length >= 3 || length > 1),
  });
  return [...new Set(found.flatMap(({ id }) => NAMES[id]?.delegation ?? []))];
}

const MOST_SUGGESTIONS = 3;

/** The delegation that a text names, or up to three that it may mean, nearest first. */
export function findDelegation(
  text: string,
): { readonly found: Delegation } | { readonly found: null; readonly suggestions: readonly Delegation[] } {
  const found = delegationNamed(text);
  if (found !== undefined) return { found };
  return { found: null, suggestions: nearest(text).slice(0, MOST_SUGGESTIONS) };
}
