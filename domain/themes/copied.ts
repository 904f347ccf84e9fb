import { isUnspaced, type Word, wordsIn } from "./words";

/** So many words of an answer in a row are its own; fewer, any two authors may share. */
const MOST_WORDS_IN_A_ROW = 7;

/**
 * Weights, so that they add up in whole numbers: a word weighs 3, and a character of a script without spaces 2, as three
 * of those are two words. Eight words weigh 24, and so do twelve such characters.
 */
const WORD = 3;
const CHARACTER = 2;
const OWN = (MOST_WORDS_IN_A_ROW + 1) * WORD;

const weightOf = ({ text }: Word) => (isUnspaced(text) ? CHARACTER : WORD);

/** Words in a row that stand in an answer, as the wording has them, and how many they are. */
export type Copied = { readonly passage: string; readonly words: number };

/** Where the shortest run of words from one on ends that is long enough to be somebody's own; null at the end of a text. */
function endOfRun(words: readonly Word[], at: number): number | null {
  let weight = 0;
  for (let end = at; end < words.length; end += 1) {
    const word = words[end];
    if (word !== undefined) weight += weightOf(word);
    if (weight >= OWN) return end + 1;
  }
  return null;
}

const keyOf = (words: readonly Word[], from: number, to: number) =>
  words
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");

type Place = { readonly words: readonly Word[]; readonly at: number };

/** Every place of these answers at which a run of words begins that is long enough, by the run. */
function placesByRun(answers: readonly string[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const answer of answers) {
    const words = wordsIn(answer);
    for (let at = 0; at < words.length; at += 1) {
      const end = endOfRun(words, at);
      if (end === null) break;
      places.set(keyOf(words, at, end), { words, at });
    }
  }
  return places;
}

/**
 * Reads these answers once; what it gives finds the longest passage of a wording that is eight or more consecutive words
 * of one of them, or null. Capitals, accents and punctuation make no difference. In scripts without spaces three
 * characters count as two words.
 */
export function copyFinder(answers: readonly string[]): (wording: string) => Copied | null {
  const places = placesByRun(answers);
  return (wording) => {
    const words = wordsIn(wording);
    let longest: { readonly from: number; readonly length: number } | null = null;
    for (let from = 0; from < words.length; from += 1) {
      const end = endOfRun(words, from);
      if (end === null) break;
      const place = places.get(keyOf(words, from, end));
      if (place === undefined) continue;
      let length = end - from;
      while (
        words[from + length] !== undefined &&
        words[from + length]?.text === place.words[place.at + length]?.text
      )
        length += 1;
      if (longest === null || length > longest.length) longest = { from, length };
    }
    if (longest === null) return null;
    const [first, last] = [words[longest.from], words[longest.from + longest.length - 1]];
    return { passage: wording.slice(first?.from, last?.to), words: longest.length };
  };
}
