import gathered from "./gathered-names.json";
import type { NamedPlace } from "./names-in-text";

const FIRST_INDICATOR = 0x1f1e6;
const FIRST_TAG = 0xe0061;
/** Two regional indicators; or a black flag, which invisible tags after it make that of a country within a State. */
const FLAG = /[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}/gu;
const TAGS = /[\u{E0061}-\u{E007A}]/gu;
const COUNTRIES = new Set(["gbeng", "gbsct", "gbwls"]);
const STATES = new Set(Object.keys(gathered.states));

const spelt = (signs: Iterable<string>, first: number) =>
  [...signs].map((sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) - first + 0x61)).join("");

function namedBy(flag: string, written: string): NamedPlace["named"] | null {
  if (flag === "🏴") return COUNTRIES.has(spelt(written.match(TAGS) ?? [], FIRST_TAG)) ? "state" : null;
  const code = spelt(flag, FIRST_INDICATOR).toUpperCase();
  if (code === "EU") return "group";
  return STATES.has(code) ? "state" : null;
}

/** Flags of States and of the European Union. That of the United Nations, or of no delegation's, names nobody. */
export function flagsIn(letters: string, written: (from: number, to: number) => string): NamedPlace[] {
  return [...letters.matchAll(FLAG)].flatMap(({ 0: flag, index: from }) => {
    const to = from + flag.length;
    const named = namedBy(flag, written(from, to));
    return named === null ? [] : [{ named, from, to }];
  });
}
