/** A text as it is compared, letter by letter, and where each of its letters stands in the text as written. */
export type Folded = {
  /** Without accents, full-width forms, look-alike styles and characters that nobody sees; capitals stay. */
  readonly letters: string;
  /** Of each letter: where the character that it comes from begins, and where that with its marks ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

const INVISIBLE_OR_MARK = /[\p{M}\p{Default_Ignorable_Code_Point}\u0640]/gu;

/** Letters that have no accent to lose, and signs that are written in several ways. */
const WRITTEN_OTHERWISE: Readonly<Record<string, string>> = {
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ı: "i",
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  "’": "'",
  "‘": "'",
  ʼ: "'",
  ʻ: "'",
  "`": "'",
  "´": "'",
  "‐": "-",
  "‑": "-",
  "–": "-",
  "—": "-",
  "−": "-",
  "٠": "0",
  "١": "1",
  "٢": "2",
  "٣": "3",
  "٤": "4",
  "٥": "5",
  "٦": "6",
  "٧": "7",
  "٨": "8",
  "٩": "9",
};

const known = new Map<string, string>();

function foldedCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const bare = (WRITTEN_OTHERWISE[character] ?? character.normalize("NFKD")).replace(INVISIBLE_OR_MARK, "");
  const folded = WRITTEN_OTHERWISE[bare] ?? bare;
  known.set(character, folded);
  return folded;
}

/** Folds a text and keeps every place, so that what is found can be shown in the author's own words. */
export function fold(text: string): Folded {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let place = 0;
  for (const character of text) {
    const end = place + character.length;
    const folded = foldedCharacter(character);
    // A mark, or what nobody sees, belongs to the letter before it.
    if (folded === "" && ends.length > 0) ends[ends.length - 1] = end;
    for (const unit of folded.split("")) {
      letters.push(unit);
      starts.push(place);
      ends.push(end);
    }
    place = end;
  }
  return { letters: letters.join(""), starts, ends };
}

/** In small letters, one for one. */
export function small(letters: string): string {
  return letters.toLowerCase();
}
