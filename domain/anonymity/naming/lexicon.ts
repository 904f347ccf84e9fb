import { DELEGATIONS } from "../../consultation/delegations";
import { otherNamesOf } from "../../consultation/delegations-other-names";
import { ADDED_CAPITALS } from "./added-capitals";
import { ADDED_PEOPLE, ARABIC_ADJECTIVES, RUSSIAN_ADJECTIVES, RUSSIAN_PEOPLE } from "./added-people";
import { ADDED_STATES } from "./added-states";
import gathered from "./gathered-names.json";
import { GROUP_NAMES } from "./groups";
import { HARMLESS_PHRASES, HARMLESS_RUN_ON } from "./harmless";
import {
  arabicAdjectiveForms,
  arabicAdjectiveOf,
  englishForms,
  frenchForms,
  russianAdjectiveForms,
  russianForms,
  russianPeopleForms,
  spanishForms,
} from "./inflection";
import { listed } from "./listed";
import { OWN_NAMES } from "./own-names";
import { keyOf, NOT_A_NAME } from "./written-names";

/** What a name names; or a phrase that holds a name and means no delegation. */
type Named = "state" | "people" | "capital" | "group" | "harmless";
export type Entry = { readonly named: Named; readonly name: string };

const LANGUAGES = ["en", "fr", "es", "ru", "ar", "zh"] as const;
type Language = (typeof LANGUAGES)[number];

const states = Object.values(gathered.states);
const gatheredIn = (language: Language, what: "states" | "people" | "capitals"): string[] =>
  states.flatMap((state) => state[language][what]);
const words = (list: string) => list.trim().split(/\s+/);

/** Russian names change with the case; in the other languages they stay. */
const inEveryForm = (language: Language, names: readonly string[]) =>
  language === "ru" ? names.flatMap(russianForms) : names;

function peopleIn(language: Language): string[] {
  switch (language) {
    case "en":
      return [...gatheredIn("en", "people"), ...listed(ADDED_PEOPLE.en)].flatMap(englishForms);
    case "fr":
      return [...gatheredIn("fr", "people"), ...listed(ADDED_PEOPLE.fr)].flatMap(frenchForms);
    case "es":
      return [...gatheredIn("es", "people"), ...listed(ADDED_PEOPLE.es)].flatMap(spanishForms);
    case "ru":
      return [
        ...words(RUSSIAN_ADJECTIVES).flatMap((stem) => [
          ...russianAdjectiveForms(stem),
          ...russianPeopleForms(stem),
        ]),
        ...words(RUSSIAN_PEOPLE),
      ];
    case "ar":
      return [
        ...gatheredIn("ar", "states").flatMap((name) => arabicAdjectiveOf(name) ?? []),
        ...words(ARABIC_ADJECTIVES),
      ].flatMap(arabicAdjectiveForms);
    case "zh":
      // In Chinese they are called after the State's name, which is found by itself.
      return listed("美方; 俄方; 英方; 法方; 日方; 韩方; 中方; 印方; 德方");
  }
}

/** Every name with what it names. Of names that are written alike the first counts. */
function everyEntry(): Entry[] {
  const entries = (named: Named, names: readonly string[]) =>
    names.filter((name) => !NOT_A_NAME.has(keyOf(name))).map((name) => ({ named, name }));
  return [
    ...entries("harmless", [...HARMLESS_PHRASES, ...HARMLESS_RUN_ON]),
    ...DELEGATIONS.flatMap(({ name, kind }) =>
      entries(kind === "organisation" ? "group" : "state", [name, ...otherNamesOf(name)]),
    ),
    ...LANGUAGES.flatMap((language) => [
      ...entries("state", inEveryForm(language, gatheredIn(language, "states"))),
      ...entries("state", inEveryForm(language, listed(ADDED_STATES[language]))),
    ]),
    ...entries("group", GROUP_NAMES),
    ...LANGUAGES.flatMap((language) => entries("people", peopleIn(language))),
    ...LANGUAGES.flatMap((language) => [
      ...entries("capital", inEveryForm(language, gatheredIn(language, "capitals"))),
      ...entries("capital", inEveryForm(language, listed(ADDED_CAPITALS[language]))),
    ]),
    ...entries("state", OWN_NAMES),
  ];
}

/** Scripts that put no space between words, or none between a name and what governs it. */
export const RUNS_ON =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Thai}]/u;
const all = everyEntry();

/** The entries by their keys. Turned about, so that the first of those with one key is what stays. */
function byKey(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry): [string, Entry] => [keyOf(entry.name), entry]).toReversed());
}

/** Names of scripts with spaces, by the words that they are made of. */
export const LEXICON = byKey(all.filter(({ name }) => !RUNS_ON.test(name)));

/** Names in Chinese and in other scripts that run on, which are read out of the characters around them. */
export const RUN_ON_LEXICON = byKey(all.filter(({ name }) => RUNS_ON.test(name)));
