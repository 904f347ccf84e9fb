import { small } from "./folding";
import { isSomebodysCapital, meansALanguage, namesAnInstrument, SEATS_OF_ORGANISATIONS } from "./harmless";
import { type Entry, LEXICON, RUN_ON_LEXICON, RUNS_ON } from "./lexicon";
import { readingsOf } from "./look-alikes";
import { isWrittenAs, keyOf, WORD } from "./written-names";

/** A place in folded letters, and what is named there. */
export type NamedPlace = { readonly named: Entry["named"]; readonly from: number; readonly to: number };
type Word = { readonly readings: readonly string[]; readonly from: number; readonly to: number };

/** How many words the longest name has that begins with a word. */
const WORDS_FROM = new Map<string, number>();
for (const key of LEXICON.keys()) {
  const words = key.split(" ");
  const [first = ""] = words;
  WORDS_FROM.set(first, Math.max(words.length, WORDS_FROM.get(first) ?? 0));
}
/** What may stand between the words of one name, the Tibetan mark too; a full stop ends it but after an initial. */
const BETWEEN = /^[\s'·.()་-]{1,3}$/u;
const SEATS = new Set(SEATS_OF_ORGANISATIONS.map(keyOf));

const STARTS_SENTENCE = /^\s*$|[.!?:;\n"«“(]\s*$/u;

/** In Arabic a name is written together with "and", "in", "to" and the like. */
function withoutArabicPrefixes(word: string): string[] {
  if (!/^\p{Script=Arabic}/u.test(word)) return [word];
  const [, and = "", rest = ""] = /^([وف]?)(.*)$/u.exec(word) ?? [];
  const bare = [word, ...(and === "" ? [] : [rest])];
  return bare.flatMap((form) => [
    form,
    ...(/^لل./u.test(form) ? [`ال${form.slice(2)}`] : []),
    ...(/^[بكل].{3}/u.test(form) ? [form.slice(1)] : []),
  ]);
}

function wordsOf(letters: string): Word[] {
  return [...letters.matchAll(WORD)].map(({ 0: word, index }) => ({
    readings: readingsOf(word).map(small),
    from: index,
    to: index + word.length,
  }));
}

/** The words from one on that may be one name together: no more than some name has, and none after a full stop. */
function runFrom(letters: string, words: readonly Word[], at: number, most: number): Word[] {
  const run: Word[] = [];
  for (const word of words.slice(at, at + most)) {
    const last = run.at(-1);
    const between = last === undefined ? " " : letters.slice(last.to, word.from);
    const ended = last !== undefined && last.to - last.from > 2 && /\.\s/.test(between);
    if (ended || !BETWEEN.test(between)) break;
    run.push(word);
  }
  return run;
}

/** The keys that the words from one on could be looked up by, with how many words each takes, the longest first. */
function* candidates(letters: string, words: readonly Word[], at: number): Generator<[string, number]> {
  const beginnings = (words[at]?.readings ?? []).flatMap(withoutArabicPrefixes);
  const most = Math.max(0, ...beginnings.map((word) => WORDS_FROM.get(word) ?? 0));
  const run = runFrom(letters, words, at, most);
  for (let count = run.length; count > 0; count -= 1) {
    const others = run.slice(1, count);
    const asRead = (reading: number) => others.map(({ readings }) => readings[reading] ?? readings[0] ?? "");
    // The words after the first in their own letters, or in those of another script that they may be meant in.
    for (const beginning of beginnings)
      for (const reading of [0, 1, 2]) yield [[beginning, ...asRead(reading)].join(" "), count];
  }
}

const RUN_ON = new RegExp(
  [...RUN_ON_LEXICON.keys()].toSorted((one, other) => other.length - one.length).join("|"),
  "gu",
);

/** How many letters before and after a name tell what it means there. */
const AROUND = 60;

function isMeant(letters: string, { named }: Entry, from: number, to: number): boolean {
  const before = small(letters.slice(Math.max(0, from - AROUND), from));
  const after = small(letters.slice(to, to + AROUND));
  const name = small(letters.slice(from, to));
  const isSeat = SEATS.has(keyOf(name));
  if (named === "people") return !meansALanguage(name, before, after);
  if (named !== "capital" && !isSeat) return true;
  return !namesAnInstrument(before, after) && (!isSeat || isSomebodysCapital(before));
}

/** Whether more than half of a text's letters are capitals. */
function isShouted(letters: string): boolean {
  const cased = letters.replace(/[^\p{Lu}\p{Ll}]/gu, "");
  return cased.replace(/\p{Ll}/gu, "").length > cased.length / 2;
}

function spacedNamesIn(letters: string, written: (from: number, to: number) => string): NamedPlace[] {
  const words = wordsOf(letters);
  const shouted = isShouted(letters);
  const found: NamedPlace[] = [];
  for (let at = 0, next = 1; at < words.length; at = next, next += 1) {
    const from = words[at]?.from ?? 0;
    const startsSentence = STARTS_SENTENCE.test(letters.slice(Math.max(0, from - 3), from));
    for (const [key, count] of candidates(letters, words, at)) {
      const entry = LEXICON.get(key);
      if (entry === undefined) continue;
      const to = words[at + count - 1]?.to ?? from;
      const writing = {
        passage: written(from, to),
        letters: letters.slice(from, to),
        startsSentence,
        shouted,
      };
      if (entry.named !== "harmless" && !isWrittenAs(entry.name, entry.named, writing)) continue;
      if (isMeant(letters, entry, from, to)) found.push({ named: entry.named, from, to });
      next = at + count;
      break;
    }
  }
  return found;
}

function runOnNamesIn(letters: string): NamedPlace[] {
  return [...letters.matchAll(RUN_ON)].flatMap(({ 0: name, index: from }) => {
    const entry = RUN_ON_LEXICON.get(name);
    const to = from + name.length;
    return entry !== undefined && isMeant(letters, entry, from, to) ? [{ named: entry.named, from, to }] : [];
  });
}

/** Every name in folded letters, the longest where several stand in one place. `written` is the text itself. */
export function namesIn(letters: string, written: (from: number, to: number) => string): NamedPlace[] {
  return [...spacedNamesIn(letters, written), ...(RUNS_ON.test(letters) ? runOnNamesIn(letters) : [])];
}
