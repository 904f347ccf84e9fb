import type { Range } from "./cell";

/** Σ sign · number ≥ atLeast, over numbers named by their place. */
export type Constraint = {
  readonly places: readonly number[];
  readonly signs: readonly (1 | -1)[];
  readonly atLeast: number;
};

/** Ranges as two rows, changed in place: an audit asks some ten thousand times, so nothing is made anew on the way. */
type Box = { readonly lows: number[]; readonly highs: number[] };

/**
 * Whether whole numbers within these ranges meet all constraints. Exact: it narrows the ranges by each constraint
 * until nothing changes, then halves one and tries both halves.
 */
export function isFeasible(ranges: readonly Range[], constraints: readonly Constraint[]): boolean {
  return search({ lows: ranges.map(([from]) => from), highs: ranges.map(([, to]) => to) }, constraints);
}

/** The least and the greatest value of one number among all solutions, given that there is a solution. */
export function rangeAmongSolutions(
  place: number,
  ranges: readonly Range[],
  constraints: readonly Constraint[],
): Range {
  const can = (from: number, to: number) => isFeasible(replaced(ranges, place, [from, to]), constraints);
  const [from, to] = ranges[place] ?? [0, 0];
  return [
    can(from, from) ? from : lowestReach(from + 1, to, (most) => can(from, most)),
    can(to, to) ? to : -lowestReach(-to + 1, -from, (least) => can(-least, to)),
  ];
}

/** The smallest number for which the claim holds, where it holds for every greater one too, `to` included. */
function lowestReach(from: number, to: number, claim: (reach: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (claim(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The same ranges but for one. */
export const replaced = (ranges: readonly Range[], place: number, range: Range): Range[] =>
  ranges.map((old, index) => (index === place ? range : old));

function search(box: Box, constraints: readonly Constraint[]): boolean {
  if (!propagate(box, constraints)) return false;
  const place = narrowestOpen(box);
  if (place === null) return true;
  const low = box.lows[place] ?? 0;
  const high = box.highs[place] ?? 0;
  const middle = Math.floor((low + high) / 2);
  return (
    search({ lows: [...box.lows], highs: box.highs.with(place, middle) }, constraints) ||
    search({ lows: box.lows.with(place, middle + 1), highs: [...box.highs] }, constraints)
  );
}

/** The place with the fewest values left, of those with more than one. */
function narrowestOpen({ lows, highs }: Box): number | null {
  let found: number | null = null;
  let width = Number.POSITIVE_INFINITY;
  for (let place = 0; place < lows.length; place += 1) {
    const own = (highs[place] ?? 0) - (lows[place] ?? 0);
    if (own > 0 && own < width) [found, width] = [place, own];
  }
  return found;
}

/** Narrows the box until nothing changes; false if nothing is left of it. */
function propagate(box: Box, constraints: readonly Constraint[]): boolean {
  for (let place = 0; place < box.lows.length; place += 1)
    if ((box.lows[place] ?? 0) > (box.highs[place] ?? 0)) return false;
  for (let changed = true; changed; ) {
    changed = false;
    for (const constraint of constraints) {
      const outcome = narrowBy(box, constraint);
      if (outcome === "impossible") return false;
      if (outcome === "narrower") changed = true;
    }
  }
  return true;
}

function narrowBy(
  { lows, highs }: Box,
  { places, signs, atLeast }: Constraint,
): "same" | "narrower" | "impossible" {
  // The most that the sum can be, and by how much that exceeds what is asked.
  let slack = -atLeast;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    slack += signs[index] === 1 ? (highs[place] ?? 0) : -(lows[place] ?? 0);
  }
  if (slack < 0) return "impossible";
  let narrower = false;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const low = lows[place] ?? 0;
    const high = highs[place] ?? 0;
    if (high - low <= slack) continue;
    if (signs[index] === 1) lows[place] = high - slack;
    else highs[place] = low + slack;
    narrower = true;
  }
  return narrower ? "narrower" : "same";
}
