import { type Identifying, identifying } from "@/domain/anonymity/identifying";

/** A passage of a note by which a reader could take it to come from somebody: as in an answer, or because it names a speaker. */
export type GivesAway = Omit<Identifying, "kind"> & { readonly kind: Identifying["kind"] | "speaker" };

/** Who is spoken of as the speaker, whoever that is: "the delegation of …", "the representative from …". */
const SPEAKER =
  /(?<![\p{L}\p{N}])(?:(?:the|a|an|one|la|le|los|las|les|el|l['’])\s*)?(?:permanent |deputy |distinguished |honourable )*(?:delegations?|delegates?|representatives?|ambassadors?|chargés? d['’]affaires|permanent missions?|délégations?|représentante?s?|delegaci(?:ón|ones)|representantes?)\s+(?:of|from|for|du|des|de|d['’])(?![\p{L}\p{N}])/giu;

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
