/** Letters of other scripts, each beside the Latin letter that it cannot be told from. */
const CYRILLIC = "АВЕКМНОРСТУХІЈЅавекмнорстухіјѕһԁԛԝ";
const CYRILLIC_AS_LATIN = "ABEKMHOPCTYXIJSabekmhopctyxijshdqw";
const GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβεηικνορτυχ";
const GREEK_AS_LATIN = "ABEZHIKMNOPTYXabenikvoptux";

const pairs = (from: string, to: string) =>
  [...from].map((letter, index): [string, string] => [letter, [...to][index] ?? letter]);
const TO_LATIN = new Map([...pairs(CYRILLIC, CYRILLIC_AS_LATIN), ...pairs(GREEK, GREEK_AS_LATIN)]);
const TO_CYRILLIC = new Map(pairs(CYRILLIC_AS_LATIN, CYRILLIC));

const LATIN = /\p{Script=Latin}/u;
const OTHER = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** Shorter words of Russian or Greek look like Latin ones by chance. */
const LONG_ENOUGH = 4;

const written = (word: string, letters: ReadonlyMap<string, string>) =>
  [...word].map((letter) => letters.get(letter) ?? letter).join("");

/**
 * What a word may be meant to be read as: itself, and in one script where it mixes two or is written in the other's
 * look-alikes throughout.
 */
export function readingsOf(word: string): string[] {
  if (!OTHER.test(word)) return [word];
  const latin = written(word, TO_LATIN);
  const allLatin = !OTHER.test(latin);
  if (!LATIN.test(word)) return allLatin && word.length >= LONG_ENOUGH ? [word, latin] : [word];
  const cyrillic = written(word, TO_CYRILLIC);
  return [word, ...(allLatin ? [latin] : []), ...(LATIN.test(cyrillic) ? [] : [cyrillic])];
}
