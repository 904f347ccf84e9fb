import "server-only";
import { codePointsOfFamilies } from "./fonts";

/** Letters, digits and points of English: each font has them, and most texts are of these alone. */
const PLAIN = /^[\x20-\x7e’“”–—…]*$/;
/** Joiners and marks of direction, which no font draws: they shape what stands beside them. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;
/** Places that Unicode leaves to each font, so that no reader could tell what is meant. */
const PRIVATE = /\p{Co}/u;

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
let families: readonly ReadonlySet<number>[] | undefined;

/**
 * A text as it can be set, on one line. PDF/UA allows no character without a glyph and no control character: what no
 * font can draw is told by its number, `[U+1F600]`, so that nothing is left out unseen.
 */
export function settable(text: string): string {
  const oneLine = text
    // Spaces that do not break a line stay what they are.
    .replaceAll(/[\t\n\v\f\r \u2028\u2029]+/g, " ")
    .replaceAll(/[\p{Cc}\ufeff]/gu, "");
  if (PLAIN.test(oneLine)) return oneLine;
  return Array.from(graphemes.segment(oneLine), ({ segment }) => asDrawn(segment)).join("");
}

/** A letter and its marks are drawn by one font, or not together. */
function asDrawn(grapheme: string): string {
  families ??= codePointsOfFamilies();
  const characters = Array.from(grapheme);
  const drawn = (character: string, points: ReadonlySet<number>) =>
    UNSEEN.test(character) || (!PRIVATE.test(character) && points.has(character.codePointAt(0) ?? 0));
  if (families.some((points) => characters.every((character) => drawn(character, points)))) return grapheme;
  const [base = "", ...marks] = characters;
  const baseDrawn = families.some((points) => drawn(base, points)) ? base : told(base);
  return baseDrawn + marks.map((mark) => (UNSEEN.test(mark) ? "" : told(mark))).join("");
}

const told = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
