import { type Identifying, identifying } from "@/domain/anonymity/identifying";

/** A passage of a note by which a reader could take it to come from somebody: as in an answer, or because it names a speaker. */
export type GivesAway = Omit<Identifying, "kind"> & { readonly kind: Identifying["kind"] | "speaker" };

/** What those who speak for others are called, in the languages in which names are found. */
const SPEAKERS = [
  "delegations?|delegates?|representatives?|ambassadors?|chargés? d['’]affaires|permanent missions?",
  "délégations?|déléguée?s?|représentante?s?|ambassad(?:eur|rice)s?|missions? permanentes?",
  "delegaci(?:ón|ones)|delegad[oa]s?|representantes?|embajador(?:as?|es)?|misi(?:ón|ones) permanentes?",
].join("|");

/** Who is spoken of as the speaker, whoever that is: "the delegation of …", "la délégation d’…", "la delegación del …". */
const SPEAKER = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:the|a|an|one|la|le|los|las|les|el|l['’])\s*)?` +
    `(?:permanent |deputy |distinguished |honourable )*(?:${SPEAKERS})` +
    String.raw`\s+(?:(?:of|from|for|du|des|del|de)(?![\p{L}\p{N}])|d['’])`,
  "giu",
);

/**
 * Every passage of a note that could tell who spoke, in the order of the text. Finds what is found in participants' answers,
 * and "the delegation of" too: a participant speaks for themselves, a note speaks of others.
 */
export function givesAway(text: string): GivesAway[] {
  const speakers = [...text.matchAll(SPEAKER)].map(({ 0: passage, index }): GivesAway => {
    return { kind: "speaker", passage, from: index, to: index + passage.length };
  });
  const named: readonly GivesAway[] = identifying(text);
  const apart = speakers.filter(({ from, to }) => !named.some((one) => one.from < to && from < one.to));
  return [...named, ...apart].toSorted((one, other) => one.from - other.from);
}
