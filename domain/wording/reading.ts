import { fold, small } from "@/domain/anonymity/naming/folding";

/** Where the phrase stands in the chair's sentence, exactly once. */
export const MARKER = "{phrase}";
/** The same place in a reading: a sign that no word holds. */
const PHRASE = "§";

/** A chair's sentence as it is read: in small letters without accents, and how each passage was written. */
export type Reading = {
  readonly letters: string;
  readonly written: (from: number, to: number) => string;
};

export function readingOf(sentence: string): Reading {
  const text = sentence.replaceAll(PHRASE, " ").replace(MARKER, PHRASE);
  const { letters, starts, ends } = fold(text);
  return {
    letters: small(letters).replaceAll(/\s/g, " "),
    written: (from, to) =>
      text
        .slice(starts[from] ?? text.length, ends[to - 1] ?? 0)
        .replaceAll(PHRASE, "…")
        .trim(),
  };
}

/** A passage found, with what stands before and after it. */
export type Found = {
  readonly match: RegExpExecArray;
  readonly before: string;
  readonly after: string;
  readonly passage: string;
};

/** Every place of a pattern, which must have the flag `g`. */
export function placesOf({ letters, written }: Reading, pattern: RegExp): Found[] {
  return [...letters.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length;
    return {
      match,
      before: letters.slice(0, match.index),
      after: letters.slice(end),
      passage: written(match.index, end),
    };
  });
}

/** So many words of what follows, up to the end of the clause. */
export const wordsAfter = (after: string, count: number): string =>
  after
    .split(/[.;:!?§]|, (?:and|but|while|though|although|yet|whereas|with)\b/)[0]
    ?.split(" ")
    .slice(0, count + 1)
    .join(" ") ?? "";

/** What of the clause stands before. */
export const clauseBefore = (before: string): string =>
  before.split(/[.;:!?§]|,? (?:and|but|while|though|although|yet|whereas) /).at(-1) ?? "";
