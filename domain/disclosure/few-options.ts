import type { Mark, Range } from "./cell";
import { type Constraint, rangesAmongSolutions, replaced, solutionWithin } from "./integer-ranges";
import { orderConstraints } from "./order-inequalities";
import { narrowed, spoken } from "./range";

/** Three or four options of a ranking: the places of their pairs in its list, and what the tables must satisfy. */
export type FewOptions = {
  readonly pairs: readonly number[];
  readonly totals: readonly Constraint[];
  readonly inequalities: readonly Constraint[];
};

/** Every three of so many options, then every four; `pairAt` finds the pair of two options in the list. */
export function everyFew(
  options: number,
  n: number,
  pairAt: (first: number, second: number) => number,
): FewOptions[] {
  return ([3, 4] as const).flatMap((size) => {
    const constraints = orderConstraints(size, n);
    return subsets(options, size).map((chosen) => ({
      pairs: chosen.flatMap((first, index) => chosen.slice(index + 1).map((second) => pairAt(first, second))),
      ...constraints,
    }));
  });
}

/** Every choice of `size` of the numbers from `from` up to `end`, in order. */
function subsets(end: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: Math.max(0, end - from) }, (_, step) => from + step).flatMap((first) =>
    subsets(end, size - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

/** The marks of one pair's table: prefers the first, prefers the second, neither. */
export type PairMarks = readonly Mark[];

/** What each cell of a pair's table may be, given that table alone. */
export const pairRanges = (marks: PairMarks, n: number): Range[] => narrowed(spoken(marks, n), n, n);

/**
 * Whether what is shown of the pairs of a few options leaves each hidden count two values or more. `ranges` are what
 * each table leaves by itself; `counts` are the true ones.
 */
export function isSafeAmong(
  { totals, inequalities }: FewOptions,
  marks: readonly Mark[],
  ranges: readonly Range[],
  counts: readonly number[],
): boolean {
  const hidden = marks.flatMap((mark, place) => (typeof mark === "number" ? [] : [place]));
  if (hidden.some((place) => isFixed(ranges[place]))) return false;
  const binding = inequalities.filter((constraint) => mayBind(constraint, ranges));
  if (binding.length === 0) return true;
  const constraints = [...totals.filter((constraint) => mayBind(constraint, ranges)), ...binding];
  // The true counts are one solution. One more with another value is enough, and may serve for several counts.
  const others: (readonly number[])[] = [];
  return hidden.every((place) => {
    const [from, to] = ranges[place] ?? [0, 0];
    const count = counts[place] ?? 0;
    const isOther = (range: Range) => {
      const other = solutionWithin(replaced(ranges, place, range), constraints);
      if (other !== null) others.push(other);
      return other !== null;
    };
    return (
      others.some((other) => other[place] !== count) || isOther([from, count - 1]) || isOther([count + 1, to])
    );
  });
}

/** The same ranges, narrowed by what the tables of a few options say about one another. */
export function rangesAmong(
  { totals, inequalities }: FewOptions,
  ranges: readonly Range[],
): readonly Range[] {
  const binding = inequalities.filter((constraint) => mayBind(constraint, ranges));
  if (binding.length === 0) return ranges;
  const constraints = [...totals.filter((constraint) => mayBind(constraint, ranges)), ...binding];
  return rangesAmongSolutions(ranges, constraints);
}

const isFixed = (range: Range | undefined): boolean => range === undefined || range[0] >= range[1];

/** Whether numbers within these ranges may fall short of what is asked; where none may, nothing is said by it. */
function mayBind({ places, signs, atLeast }: Constraint, ranges: readonly Range[]): boolean {
  let least = 0;
  for (let index = 0; index < places.length; index += 1) {
    const [from, to] = ranges[places[index] ?? 0] ?? [0, 0];
    least += signs[index] === 1 ? from : -to;
  }
  return least < atLeast;
}
