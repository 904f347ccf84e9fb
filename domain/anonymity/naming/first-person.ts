import { FIRST_PERSON_LATIN } from "./first-person-latin";
import { FIRST_PERSON_OTHERS } from "./first-person-others";
import { fold, small } from "./folding";

const { en, enAs, enRoles, fr, frAs, es, esAs } = FIRST_PERSON_LATIN;
const { ru, ruAs, ar, arAs, zh, zhAs } = FIRST_PERSON_OTHERS;

const ALONE = "(?<![\\p{L}\\p{N}])";
/** "As a State, we …": a role is the author's only where the sentence speaks of its author. */
const ownRole = (role: string, self: string) =>
  `${role}(?:(?=[^.!?;]*${ALONE}(?:${self})(?!\\p{L}))|(?<=${ALONE}(?:${self})(?!\\p{L})[^.!?;]*))`;
const ROLES = [
  ownRole(enAs, "we|our|us|my|i|mine|ours|speaking"),
  ownRole(enRoles, "we|our|us|my|i"),
  ownRole(frAs, "nous|notre|nos|mon|ma|je|mes"),
  ownRole(esAs, "nosotros|nuestr[oa]s?|mi|hemos|\\p{L}{3,}(?:amos|emos|imos)"),
  ownRole(ruAs, "мы|нас|наш\\p{L}*|мо[ийеяю]\\p{L}*|нам|нами|я"),
  arAs,
];

const pattern = (source: string) =>
  small(fold(source).letters)
    .replaceAll("\\p{l}", "\\p{L}")
    .replaceAll("\\p{n}", "\\p{N}")
    .replaceAll("#", "[\\s'-]+")
    .replaceAll("~", "\\p{L}*");
const SPACED = new RegExp(
  `${ALONE}(?:${[...en, ...fr, ...es, ...ru, ...ar, ...ROLES].map(pattern).join("|")})`,
  "gu",
);
const UNSPACED = new RegExp([...zh, zhAs].join("|"), "gu");

/** Where folded small letters say whose text it is. */
export function firstPersonIn(letters: string): { readonly from: number; readonly to: number }[] {
  return [SPACED, UNSPACED].flatMap((told) =>
    [...letters.matchAll(told)].map(({ 0: { length }, index }) => ({ from: index, to: index + length })),
  );
}
