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
 * Whole numbers within these ranges that meet all constraints, or null where there are none. Exact: it narrows the
 * ranges by each constraint until nothing changes, then halves one and tries both halves.
 */
export const solutionWithin = (
  ranges: readonly Range[],
  constraints: readonly Constraint[],
): number[] | null =>
  search({ lows: ranges.map(([from]) => from), highs: ranges.map(([, to]) => to) }, constraints);

/** The least and the greatest value of each number among all solutions, given that there is a solution. */
export function rangesAmongSolutions(ranges: readonly Range[], constraints: readonly Constraint[]): Range[] {
  const box: Box = { lows: ranges.map(([from]) => from), highs: ranges.map(([, to]) => to) };
  propagate(box, constraints);
  const within = box.lows.map((low, place): Range => [low, box.highs[place] ?? low]);
  const found: Box = { lows: [...box.highs], highs: [...box.lows] };
  // Every solution tells of all numbers, so that most need not be asked about any more.
  const can = (place: number, range: Range): boolean => {
    const solution = solutionWithin(replaced(within, place, range), constraints);
    for (const [at, value] of (solution ?? []).entries()) {
      found.lows[at] = Math.min(found.lows[at] ?? value, value);
      found.highs[at] = Math.max(found.highs[at] ?? value, value);
    }
    return solution !== null;
  };
  return within.map(([from, to], place): Range => {
    if (from >= to) return [from, to];
    let [least, most, step] = [from, to, 0];
    while (least < (found.lows[place] ?? to)) {
      const end = Math.min(least + step, (found.lows[place] ?? to) - 1);
      if (can(place, [least, end])) step = 0;
      else [least, step] = [end + 1, 2 * step + 1];
    }
    step = 0;
    while (most > (found.highs[place] ?? from)) {
      const end = Math.max(most - step, (found.highs[place] ?? from) + 1);
      if (can(place, [end, most])) step = 0;
      else [most, step] = [end - 1, 2 * step + 1];
    }
    return [least, most];
  });
}

/** The same ranges but for one. */
export const replaced = (ranges: readonly Range[], place: number, range: Range): Range[] =>
  ranges.map((old, index) => (index === place ? range : old));

function search(box: Box, constraints: readonly Constraint[]): number[] | null {
  if (!propagate(box, constraints)) return null;
  const place = narrowestOpen(box);
  if (place === null) return box.lows;
  const low = box.lows[place] ?? 0;
  const high = box.highs[place] ?? 0;
  const middle = Math.floor((low + high) / 2);
  return (
    search({ lows: [...box.lows], highs: box.highs.with(place, middle) }, constraints) ??
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
