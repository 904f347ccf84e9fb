import { DELEGATIONS } from "../consultation/delegations";
import { otherNamesOf } from "../consultation/delegations-other-names";

/** A passage by which a reader could take a text to come from a delegation: it names one, or says that it is the author's. */
export type Identifying = { readonly kind: "names" | "own"; readonly passage: string };

/** Names that are common words as well, even with a capital: they would be found where no delegation is meant. */
const COMMON_WORDS: ReadonlySet<string> = new Set(["Commonwealth", "Emirates"]);
/** Names that are common words in small letters. */
const COMMON_IN_SMALL: ReadonlySet<string> = new Set(["Chad", "Georgia", "Jordan", "Turkey"]);

const OWN =
  /(?<![\p{L}\p{N}])(?:(?:[Mm]y|[Oo]ur) delegation|[Tt]he delegation of(?= (?:the )?\p{Lu}))(?![\p{L}\p{N}])/gu;

/** Letters without their accents, one for one, so that every place in the text stays where it is. */
function plain(text: string): string {
  const letters = [...text].map((letter) => {
    const bare = letter.normalize("NFD").replace(/\p{M}/gu, "");
    return bare.length === letter.length ? bare : letter;
  });
  return letters.join("").replace(/[’‘`]/g, "'");
}

/** As written, and in small letters where nothing else is called so; a name in capitals only as it is. */
function writings(name: string): string[] {
  const asWritten = plain(name.normalize("NFC"));
  const onlyAsWritten = COMMON_IN_SMALL.has(name) || name === name.toUpperCase();
  return onlyAsWritten ? [asWritten] : [asWritten, asWritten.toLowerCase()];
}

const names = DELEGATIONS.flatMap(({ name }) => [name, ...otherNamesOf(name)])
  .filter((name) => !COMMON_WORDS.has(name))
  .flatMap(writings)
  // The longest first, so that Papua New Guinea is not taken for Guinea.
  .sort((one, other) => other.length - one.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
const NAMED = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join("|")})(?![\\p{L}\\p{N}])`, "gu");

/** Every such passage once, as it is written, in the order of the text. It is for advice: nothing follows from it. */
export function identifying(text: string): Identifying[] {
  const written = text.normalize("NFC");
  const read = plain(written);
  const found = (["names", "own"] as const).flatMap((kind) =>
    [...read.matchAll(kind === "names" ? NAMED : OWN)].map(({ 0: { length }, index }) => ({
      kind,
      index,
      passage: written.slice(index, index + length),
    })),
  );
  const once = new Map(found.map(({ kind, passage, index }) => [passage, { kind, passage, index }]));
  return [...once.values()]
    .sort((one, other) => one.index - other.index)
    .map(({ kind, passage }) => ({ kind, passage }));
}
