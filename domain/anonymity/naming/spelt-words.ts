import type { Folded } from "./folding";

/** Four letters or more that stand alone, with the same between all; more of it parts words. */
const SPELT = /(?<![\p{L}\p{N}])\p{L}([^\p{L}\p{N}]{1,2})\p{L}(?:\1{1,3}\p{L}){2,}(?![\p{L}\p{N}])/gu;
const BETWEEN_LETTERS = /[^\p{L}]+/gu;
const PARTS_WORDS = /^\p{Ll}\p{Lu}$/u;

/** A folded text in which words spelt letter by letter ("F r a n c e", "F.r.a.n.c.e") are words with a capital; null where there are none. */
export function withSpeltWords({ letters, starts, ends }: Folded): Folded | null {
  const runs = [...letters.matchAll(SPELT)];
  if (runs.length === 0) return null;
  const units = letters.split("");
  const capital = (place: number) => units.splice(place, 1, letters.charAt(place).toUpperCase());
  for (const { 0: run, 1: separator = "", index } of runs) {
    capital(index);
    for (const { 0: between, index: within } of run.matchAll(BETWEEN_LETTERS)) {
      const [from, to] = [index + within, index + within + between.length];
      const parts =
        between.length > separator.length || PARTS_WORDS.test(letters.charAt(from - 1) + letters.charAt(to));
      units.fill("", from, to);
      if (parts) units[from] = " ";
      if (parts) capital(to);
    }
  }
  const kept = [...units.keys()].filter((place) => units[place] !== "");
  return {
    letters: kept.map((place) => units[place]).join(""),
    starts: kept.map((place) => starts[place] ?? 0),
    ends: kept.map((place) => ends[place] ?? 0),
  };
}
