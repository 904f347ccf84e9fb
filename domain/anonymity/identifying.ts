import { firstPersonIn } from "./naming/first-person";
import { flagsIn } from "./naming/flags";
import { type Folded, fold, small } from "./naming/folding";
import { namesIn } from "./naming/names-in-text";
import { withSpeltWords } from "./naming/spelt-words";

/** What a passage gives away: whom it names, or that it speaks of its author. */
type GivesAway = "state" | "people" | "capital" | "group" | "own";

/** A passage by which a reader could take a text to come from a delegation, and where it stands in the text. */
export type Identifying = {
  readonly kind: GivesAway;
  readonly passage: string;
  readonly from: number;
  readonly to: number;
};

/** Every such passage, in the order of the text; they do not overlap. It is for advice: nothing follows from it. */
export function identifying(text: string): Identifying[] {
  const folded = fold(text);
  const spelt = withSpeltWords(folded);
  const places = [...placesIn(text, folded), ...(spelt === null ? [] : placesIn(text, spelt))];
  const found: Identifying[] = [];
  for (const { kind, from, to } of places.toSorted(
    (one, other) => one.from - other.from || other.to - one.to,
  )) {
    const last = found.at(-1);
    if (last === undefined || from >= last.to) found.push({ kind, ...passage(text, from, to) });
    else if (to > last.to) found[found.length - 1] = { ...last, ...passage(text, last.from, to) };
  }
  return found;
}

/** The places of a text where one reading of it gives something away. */
function placesIn(text: string, { letters, starts, ends }: Folded): Omit<Identifying, "passage">[] {
  const begin = (place: number) => starts[place] ?? text.length;
  const end = (place: number) => ends[place - 1] ?? 0;
  const written = (from: number, to: number) => text.slice(begin(from), end(to));
  const own = firstPersonIn(small(letters)).map((place) => ({ ...place, named: "own" as const }));
  return [...own, ...namesIn(letters, written), ...flagsIn(letters, written)].flatMap(
    ({ named, from, to }) => (named === "harmless" ? [] : [{ kind: named, from: begin(from), to: end(to) }]),
  );
}

/** A passage with the bracket that closes one opened in it. */
function passage(text: string, from: number, to: number): Omit<Identifying, "kind"> {
  const whole = text.slice(from, to).includes("(") && text[to] === ")" ? to + 1 : to;
  return { passage: text.slice(from, whole), from, to: whole };
}
