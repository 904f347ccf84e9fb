import { sum } from "@/domain/tally/counts";

/**
 * Krippendorff's α for nominal categories, 1 where coders always agree, 0 where they do as chance would, below 0 where
 * they do worse. `units`: per unit, each coder's category, null where a coder left it out. Units with fewer than two
 * codings tell nothing and are left out. Null where none is left, or where only one category was ever used.
 *
 * Source: K. Krippendorff, Computing Krippendorff’s alpha-reliability (2011), section C.
 */
export function krippendorffAlpha<Category extends string | number>(
  units: readonly (readonly (Category | null)[])[],
): number | null {
  const pairable = units
    .map((codings) => codings.filter((category) => category !== null))
    .filter((codings) => codings.length >= 2);
  const codings = pairable.flat();
  const observed = sum(pairable.map((unit) => disagreeing(unit) / (unit.length - 1)));
  const expected = disagreeing(codings) / (codings.length - 1);
  return codings.length === 0 || expected === 0 ? null : 1 - observed / expected;
}

/** Ordered pairs of different codings among these. */
function disagreeing<Category>(codings: readonly Category[]): number {
  const ofEach = [...Map.groupBy(codings, (category) => category).values()].map(({ length }) => length);
  return codings.length ** 2 - sum(ofEach.map((count) => count ** 2));
}
