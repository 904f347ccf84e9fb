import { fold, small } from "@/domain/anonymity/naming/folding";

/** One word of a text as it is compared, and where it stands in the text as written. */
export type Word = { readonly text: string; readonly from: number; readonly to: number };

/** Of scripts that are written without spaces each character stands alone: where a word ends there, nobody marks. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const PIECE = new RegExp(`${UNSPACED.source}|(?:(?!${UNSPACED.source})[\\p{L}\\p{N}])+`, "gu");

/** Whether a word is one character of a script that is written without spaces. */
export const isUnspaced = (word: string): boolean => UNSPACED.test(word);

/** The words of a text in small letters, without accents and punctuation. */
export function wordsIn(text: string): Word[] {
  const { letters, starts, ends } = fold(text);
  return [...small(letters).matchAll(PIECE)].map(({ 0: word, index }) => ({
    text: word,
    from: starts[index] ?? text.length,
    to: ends[index + word.length - 1] ?? text.length,
  }));
}

/** A text as words are looked up in it: one space between words. */
export const folded = (text: string): string =>
  wordsIn(text)
    .map((word) => word.text)
    .join(" ");
