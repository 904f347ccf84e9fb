import { fold, small } from "./folding";

export const WORD = /[\p{L}\p{N}]+/gu;

/** A name as names are looked up: its words in folded small letters, whatever stands between them. */
export function keyOf(name: string): string {
  return (small(fold(name).letters).match(WORD) ?? []).join(" ");
}

const keys = (names: string) => new Set(names.split(";").map(keyOf));

/** Names that are common words, whatever their letters: they would be found where no delegation is meant. */
export const NOT_A_NAME: ReadonlySet<string> = keys(
  `Commonwealth; Emirates; Indio; Indios; Indias; Luciano; Luciana; Lucianos; Lucianas; Victoria; 里加; 中非; مالي; مالية; قمري;
  مالين; قطري; قطرية; القطري; القطرية; القطريين; القطريون; قطرين; المالي; المالية; GB; Hindú; Malayo; سول; Росси`,
);

/** Names that are common words in small letters. */
const COMMON_IN_SMALL = keys(
  `Chad; Georgia; Jordan; Turkey; China; Guinea; Chile; Granada; Grenade; Cuba; Malta; Dominica; Dominique; Maurice; Chypre; Niger; Nice; Tonga;
  Oman; Mexico; Japan; Panama; Peru; Polish; Swiss; Thai; Chinas; Turk; Turks; Poles; Swede; Swedes; Dane; Danes; Brit; Brits; Scot;
  Scots; America; Wales; Persia; Mali; Togo; Samoa; Chine; Quad; Guam; Alba; Sica; Act; Polaco; Timor; Trinidad; Antigua; Lao; Finn; Serb; Scottish;
  Mongol; Mongols; Swazi; Papu; Saint Lucia; Santa Lucia; Emiratos; Bahamas; Inde; Palau; Vatican; Vaticano; Holland; Britain; Nordics; Baltics; Unasur; Igad; Interpol; Polen`,
);
/** Short forms that nobody writes otherwise, even in small letters. */
const KNOWN_IN_SMALL = keys("UK; USA; UAE; DRC; ROK; PNG; G77; G-77; P5");
/** Names that begin many a sentence as a common word. */
const COMMON_AT_THE_START = keys("Того; Polish");
/** Names that are another word without their accents. */
const ACCENTED = keys("Malé; Saná; Ísland; Íslands");
/** Short forms that are words where all is written in capitals. */
const WORDS_IN_CAPITALS = keys(
  "US; AU; LAS; ACT; CAR; NAM; AC; АС; ДН; OAS; UA; SCO; PIF; EAC; AES; ALBA; SICA; GUAM; EU; IPU",
);

type Writing = {
  /** The passage as its author wrote it, and without what folding takes. */
  readonly passage: string;
  readonly letters: string;
  readonly startsSentence: boolean;
  /** Whether the whole text is in capitals. */
  readonly shouted: boolean;
};

const CASED = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
const isCapitals = (text: string) => text === text.toUpperCase() && text !== text.toLowerCase();
/** Acronyms: of capitals, as UK and G-77, and not the name of one letter. */
const isShortForm = (name: string) => /^[\p{Lu}\p{N}.+ -]{2,9}$/u.test(name) && isCapitals(name);

/** Whether each word has a capital where the name has one: "La paz" is not La Paz. */
function hasItsCapitals(name: string, letters: string): boolean {
  const words = letters.match(WORD) ?? [];
  const own = fold(name).letters.match(WORD) ?? [];
  return own.every((word, index) => !/^\p{Lu}/u.test(word) || /^\p{Lu}/u.test(words[index] ?? ""));
}

/** Whether a passage is written as its name is, so that it is meant as that name. */
export function isWrittenAs(name: string, named: string, writing: Writing): boolean {
  const { passage, letters, startsSentence, shouted } = writing;
  if (!CASED.test(letters)) return true;
  const key = keyOf(letters);
  if (ACCENTED.has(key) && !/[^\p{ASCII}]/u.test(passage.normalize("NFC"))) return false;
  if (COMMON_AT_THE_START.has(key) && startsSentence) return false;
  if (isShortForm(name)) {
    if (isCapitals(letters)) return !(shouted && WORDS_IN_CAPITALS.has(key));
    return KNOWN_IN_SMALL.has(key) || (/^\S{4,}$/.test(key) && !COMMON_IN_SMALL.has(key));
  }
  if (/^\p{Lu}/u.test(letters))
    return named === "people" || named === "group" || hasItsCapitals(name, letters);
  if (named === "capital" || COMMON_IN_SMALL.has(key)) return false;
  return named !== "state" || !/\p{Script=Cyrillic}/u.test(letters);
}
