import {
  type Arrangement,
  eachPlace,
  entriesOf,
  entryId,
  SUMMARY_SECTIONS,
  type SummaryPlace,
  type SummarySection,
  type TextEntry,
} from "./arrangement";

/** Where an entry stands, or undefined where it stands nowhere. */
export const placeOfEntry = (arrangement: Arrangement, id: string) =>
  entriesOf(arrangement).find(({ entry }) => entryId(entry) === id);

/**
 * The arrangement with an entry at an index of a place, counted without it. A text stays out of the annex, and an entry
 * that stands nowhere changes nothing.
 */
export function movedTo(
  arrangement: Arrangement,
  id: string,
  place: SummaryPlace,
  index: number,
): Arrangement {
  const found = placeOfEntry(arrangement, id);
  if (found === undefined || (found.entry.kind === "text" && place === "annex")) return arrangement;
  return eachPlace((each) => {
    const others = arrangement[each].filter((entry) => entryId(entry) !== id);
    if (each !== place) return others;
    const at = Math.max(0, Math.min(index, others.length));
    return [...others.slice(0, at), found.entry, ...others.slice(at)];
  });
}

/** One place up (−1) or down (+1) within its section. */
export function movedBy(arrangement: Arrangement, id: string, step: -1 | 1): Arrangement {
  const found = placeOfEntry(arrangement, id);
  return found === undefined ? arrangement : movedTo(arrangement, id, found.place, found.index + step);
}

/** The arrangement with these entries, in this order, before or after one that stands in the place; at its end if none. */
export function movedBeside(
  arrangement: Arrangement,
  ids: readonly string[],
  place: SummaryPlace,
  target: { readonly id: string; readonly side: "before" | "after" } | null,
): Arrangement {
  if (target !== null && ids.includes(target.id)) return arrangement;
  return ids.reduce((changed, id, nth) => {
    const others = changed[place].filter((entry) => entryId(entry) !== id);
    const beside = others.findIndex((entry) => entryId(entry) === target?.id);
    if (target === null || beside === -1) return movedTo(changed, id, place, others.length);
    return movedTo(changed, id, place, target.side === "before" ? beside : beside + 1 + nth);
  }, arrangement);
}

/** The arrangement with a text at an index of a section. */
export function withText(
  arrangement: Arrangement,
  text: TextEntry,
  section: SummarySection,
  index: number,
): Arrangement {
  return eachPlace((each) =>
    each === section
      ? [...arrangement[each].slice(0, index), text, ...arrangement[each].slice(index)]
      : arrangement[each],
  );
}

/** The arrangement with a text worded anew. */
export const withWords = (arrangement: Arrangement, id: string, text: string): Arrangement =>
  eachPlace((each) =>
    arrangement[each].map((entry) => (entry.kind === "text" && entry.id === id ? { ...entry, text } : entry)),
  );

/** The arrangement without a text. Evidence is never removed, only moved. */
export const withoutText = (arrangement: Arrangement, id: string): Arrangement =>
  eachPlace((each) => arrangement[each].filter((entry) => entry.kind !== "text" || entry.id !== id));

/** Every text of the sections, in their order. */
export const textsOf = (arrangement: Arrangement): TextEntry[] =>
  SUMMARY_SECTIONS.flatMap((section) =>
    arrangement[section].flatMap((entry) => (entry.kind === "text" ? [entry] : [])),
  );
