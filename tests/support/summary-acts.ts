import fc from "fast-check";
import { type Arrangement, entriesOf, entryId, SUMMARY_PLACES } from "@/domain/summary/arrangement";
import {
  movedBeside,
  movedBy,
  movedTo,
  textsOf,
  withoutText,
  withText,
  withWords,
} from "@/domain/summary/arranging";

/** Any act of the desk on an arrangement; `at` chooses the entry. */
export const act = fc.record({
  what: fc.constantFrom("to", "by", "beside", "text", "words", "delete"),
  at: fc.nat(60),
  other: fc.nat(60),
  place: fc.constantFrom(...SUMMARY_PLACES),
  index: fc.nat(20),
  step: fc.constantFrom(-1 as const, 1 as const),
});

/** The arrangement after the nth act. */
export function acted(arrangement: Arrangement, nth: number, { what, at, other, place, index, step }: Act) {
  const entries = entriesOf(arrangement);
  const id = (choice: number) => {
    const entry = entries[choice % Math.max(1, entries.length)]?.entry;
    return entry === undefined ? "" : entryId(entry);
  };
  const text = textsOf(arrangement).at(0)?.id ?? "";
  switch (what) {
    case "to":
      return movedTo(arrangement, id(at), place, index);
    case "by":
      return movedBy(arrangement, id(at), step);
    case "beside":
      return movedBeside(arrangement, [id(at), id(at + 1)], place, {
        id: id(other),
        side: step === 1 ? "after" : "before",
      });
    case "text": {
      const section = place === "annex" ? "steps" : place;
      const name = `00000000${(16 + nth).toString(16)}`;
      return withText(arrangement, { kind: "text", id: name, text: "It was noted." }, section, index);
    }
    case "words":
      return withWords(arrangement, text, "It was also noted.");
    default:
      return withoutText(arrangement, text);
  }
}
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;
