import type { Mark, Range } from "./cell";
import { type Constraint, isFeasible, rangeAmongSolutions, replaced } from "./integer-ranges";
import { narrowed, spoken } from "./range";

/**
 * Three options have 13 weak orders, and the pair tables of n answers are sums of n of them. Three tables, each adding
 * up to n, are such a sum exactly if for any three options p, q, r no more answers prefer p to r than prefer p to q
 * and q to r together: whoever puts p above r puts q below p or above r. (These inequalities describe the weak order
 * polytope on three options, and each whole point of its n-fold is a sum of n orders; the tests check both.)
 *
 * Numbers stand as a over b, b over a, neither; then the same for a and c, and for b and c.
 */
const PLACES: Readonly<Record<string, number>> = { ab: 0, ba: 1, ac: 3, ca: 4, bc: 6, cb: 7 };
const ORDERS = ["abc", "acb", "bac", "bca", "cab", "cba"] as const;

const placeOf = (over: string, under: string): number => PLACES[over + under] ?? 0;

const TRANSITIVITY: readonly Constraint[] = ORDERS.map(([p = "", q = "", r = ""]) => ({
  places: [placeOf(p, q), placeOf(q, r), placeOf(p, r)],
  signs: [1, 1, -1],
  atLeast: 0,
}));

/** What three tables of n answers must satisfy: each adds up to n, and together they come from weak orders. */
export function tripleConstraints(n: number): readonly Constraint[] {
  const totals = [0, 3, 6].flatMap((first): Constraint[] => [
    { places: [first, first + 1, first + 2], signs: [1, 1, 1], atLeast: n },
    { places: [first, first + 1, first + 2], signs: [-1, -1, -1], atLeast: -n },
  ]);
  return [...totals, ...TRANSITIVITY];
}

/** The marks of one pair's table: prefers the first, prefers the second, neither. */
export type PairMarks = readonly Mark[];

/** What each cell of a pair's table may be, given that table alone. */
export const pairRanges = (marks: PairMarks, n: number): Range[] => narrowed(spoken(marks, n), n, n);

/**
 * Whether what is shown of three pairs (ab, ac, bc) leaves each hidden count two values or more. `ranges` are what each
 * table leaves by itself; `counts` are the true ones.
 */
export function isTripleSafe(
  marks: readonly Mark[],
  ranges: readonly Range[],
  counts: readonly number[],
  constraints: readonly Constraint[],
): boolean {
  const hidden = marks.flatMap((mark, place) => (typeof mark === "number" ? [] : [place]));
  if (hidden.some((place) => isFixed(ranges[place]))) return false;
  if (cannotBind(ranges)) return true;
  return hidden.every((place) => {
    // The true counts are one solution; a second value is enough.
    const [from, to] = ranges[place] ?? [0, 0];
    const count = counts[place] ?? 0;
    return (
      isFeasible(replaced(ranges, place, [from, count - 1]), constraints) ||
      isFeasible(replaced(ranges, place, [count + 1, to]), constraints)
    );
  });
}

/** The same ranges, narrowed by what the three tables say about one another. */
export function tripleRanges(ranges: readonly Range[], constraints: readonly Constraint[]): readonly Range[] {
  if (cannotBind(ranges)) return ranges;
  return ranges.map((range, place) =>
    isFixed(range) ? range : rangeAmongSolutions(place, ranges, constraints),
  );
}

const isFixed = (range: Range | undefined): boolean => range === undefined || range[0] >= range[1];

/** Whether the inequalities hold whatever the numbers are: then three tables say no more than each by itself. */
function cannotBind(ranges: readonly Range[]): boolean {
  return TRANSITIVITY.every(({ places }) => {
    const [first, second, sum] = places.map((place) => ranges[place] ?? [0, 0]);
    return (first?.[0] ?? 0) + (second?.[0] ?? 0) >= (sum?.[1] ?? 0);
  });
}
