import gathered from "./gathered-names.json";
import { listed } from "./listed";

/** What States are called in their own languages beside what CLDR calls them, some in Latin letters. Ours. */
const ADDED_OWN: Readonly<Record<string, string>> = {
  de: "Oesterreich; Bundesrepublik Deutschland; Schweizerische Eidgenossenschaft; Eidgenossenschaft",
  dv: "ދިވެހިރާއްޖެ",
  el: "Ελλάς; Κύπρου; Κύπρο; Hellas; Ellada",
  ga: "Éirinn; Éireann",
  he: "Yisrael",
  hi: "Bharat; Hindustan",
  hy: "Hayastan",
  ja: "にほん; にっぽん; ニッポン; Nippon; Nihon",
  ka: "Sakartvelo",
  km: "Kampuchea",
  ko: "한국; 남한; 조선민주주의인민공화국; Hanguk; Daehan Minguk",
  mk: "Makedonija; Severna Makedonija",
  my: "Myanma",
  pl: "Polsce; Rzeczpospolita; Rzeczypospolitej",
  sq: "Shqipëria; Shqipërisë",
  sr: "Црна Гора; Црне Горе; Црној Гори",
  "sr-Latn": "Crne Gore; Crnoj Gori",
  th: "Prathet Thai",
  uk: "Ukraina; Ukrayina",
};

/** The endings of a name's cases: after its last consonant, and so instead of its last vowel. */
const ENDINGS: Readonly<Record<string, string>> = {
  bn: "ের",
  bs: "e i u om",
  cs: "a u em",
  da: "s",
  de: "s",
  el: "ας",
  et: "is ist ile",
  fi: "en ea essa esta een elle",
  hr: "e i oj u om",
  hu: "on ot ból ra ról nak ért gal ban át ában ából ának",
  hy: "ը ի ին ից ում",
  is: "s i",
  ka: "ოს ოში ომ",
  lt: "os ai oje",
  lv: "as ai u",
  nb: "s es",
  nl: "s",
  nn: "s es",
  no: "s es",
  pl: "i ę ą",
  ro: "ei",
  sk: "a u om",
  sl: "e i o",
  sr: "е и у ом",
  "sr-Latn": "e i u om",
  sv: "s es",
  uk: "и і у ою",
};
/** What Hebrew writes together with a name: in, to, from, and, that, as. */
const HEBREW_PREFIXES = ["ב", "ל", "מ", "ו", "ש", "כ"];
const LAST_VOWEL = /[aeiouаоαაო]$/u;

function formsOf(language: string, name: string): string[] {
  if (language === "he") return [name, ...HEBREW_PREFIXES.map((prefix) => prefix + name)];
  const endings = ENDINGS[language]?.split(" ") ?? [];
  return [name, ...endings.map((ending) => name.replace(LAST_VOWEL, "") + ending)];
}

/** What States are called in their own languages, other than the six that are gathered for all, in the forms of those. */
export const OWN_NAMES: readonly string[] = [
  ...Object.entries(gathered.own),
  ...Object.entries(ADDED_OWN).map(([language, names]) => [language, listed(names)] as const),
].flatMap(([language, names]) => names.flatMap((name) => formsOf(language, name)));
