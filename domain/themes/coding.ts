import { z } from "zod";
import { wordingSchema } from "./wording";

/** A theme of one item. Its number is the key that codes an answer with it; a number that is given up is used again. */
export type Theme = { readonly id: string; readonly number: number; readonly wording: string };

/** That an answer raises a theme; a theme of null says that the answer holds nothing to reflect. */
export type Coding = { readonly answerId: string; readonly themeId: string | null };

/** The themes of one item and what is coded with them, by one coder or by all together. */
export type Codings = { readonly themes: readonly Theme[]; readonly codings: readonly Coding[] };

const codingSchema = z.strictObject({ answerId: z.uuid(), themeId: z.uuid().nullable() });
/** More than one change can need: every theme of an item on every answer of a large round. */
const MOST = 50_000;

/**
 * A change that says what to set and what to clear, never how all of it shall be: two who code at once lose nothing of one
 * another's. Every part can be done again without harm. They are done in this order.
 */
export const changeSchema = z.strictObject({
  /** New themes, or ones that were removed, with the number they had where it is free. */
  add: z
    .array(
      z.strictObject({
        id: z.uuid(),
        number: z.int().min(1).max(MOST).exactOptional(),
        wording: wordingSchema,
      }),
    )
    .max(MOST),
  /** Only where the wording is still `from`. */
  rename: z.array(z.strictObject({ id: z.uuid(), from: wordingSchema, to: wordingSchema })).max(MOST),
  /** Whatever is coded with one theme is coded with the other from then on; the one is removed. */
  merge: z.array(z.strictObject({ from: z.uuid(), into: z.uuid() })).max(MOST),
  set: z.array(codingSchema).max(MOST),
  clear: z.array(codingSchema).max(MOST),
  /** With all that is coded with it. */
  remove: z.array(z.uuid()).max(MOST),
  /** Only where nothing is coded with it, as undoing takes away no other's work. */
  removeUnused: z.array(z.uuid()).max(MOST),
});
export type Change = z.infer<typeof changeSchema>;

export const NO_CHANGE: Change = {
  add: [],
  rename: [],
  merge: [],
  set: [],
  clear: [],
  remove: [],
  removeUnused: [],
};

/** Whether a change does anything. */
export const changesNothing = (change: Change): boolean =>
  Object.values(change).every((part) => part.length === 0);

/** The smallest number from 1 on that no theme has. */
export function freeNumber(taken: readonly number[]): number {
  let number = 1;
  while (taken.includes(number)) number += 1;
  return number;
}

const same = (one: Coding, other: Coding) => one.answerId === other.answerId && one.themeId === other.themeId;

/** What a page shows of a change before the database has said what became of it. */
export function applied({ themes, codings }: Codings, change: Change): Codings {
  const after = new Map(themes.map((theme) => [theme.id, theme]));
  for (const { id, number, wording } of change.add) {
    const taken = [...after.values()].map((theme) => theme.number);
    const free = number === undefined || taken.includes(number) ? freeNumber(taken) : number;
    if (!after.has(id)) after.set(id, { id, number: free, wording });
  }
  for (const { id, from, to } of change.rename) {
    const theme = after.get(id);
    if (theme?.wording === from) after.set(id, { ...theme, wording: to });
  }
  const merged = new Map(change.merge.map(({ from, into }) => [from, into]));
  const moved = codings.map(({ answerId, themeId }) => ({
    answerId,
    themeId: themeId === null ? null : (merged.get(themeId) ?? themeId),
  }));
  const set = [...moved, ...change.set];
  const kept = set.filter(
    (coding, place) =>
      !change.clear.some((one) => same(one, coding)) && set.findIndex((one) => same(one, coding)) === place,
  );
  const used = new Set(kept.map(({ themeId }) => themeId));
  const gone = [...merged.keys(), ...change.remove, ...change.removeUnused.filter((id) => !used.has(id))];
  for (const id of gone) after.delete(id);
  return {
    themes: [...after.values()].toSorted((one, other) => one.number - other.number),
    codings: kept.filter(({ themeId }) => themeId === null || after.has(themeId)),
  };
}
