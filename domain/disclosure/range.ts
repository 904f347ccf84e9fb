import { type Mark, type Range, SMALLEST_SHOWN } from "./cell";

/**
 * What each mark of a table says by itself: "one or two" is 1 or 2, "all or nearly all" is n − 2 or more, "not shown"
 * is 3 or more, beside "all or nearly all" 0 to 2, and anything where the whole table reads so. A hidden cell is below
 * n − 2, as it would read "all or nearly all" otherwise.
 */
export function spoken(marks: readonly Mark[], n: number): Range[] {
  const nearlyAll = marks.includes("allOrNearlyAll");
  const nothing = marks.every((mark) => mark === "notShown");
  return marks.map((mark): Range => {
    if (typeof mark === "number") return [mark, mark];
    if (mark === "oneOrTwo") return [1, 2];
    if (mark === "allOrNearlyAll") return [n - 2, n];
    if (nothing) return [0, n];
    return nearlyAll ? [0, 2] : [SMALLEST_SHOWN, n - 3];
  });
}

/**
 * The ranges that remain when the numbers must add up to between `least` and `most`. Exact: each number of a returned
 * range occurs in some choice of numbers within the others' ranges.
 */
export function narrowed(ranges: readonly Range[], least: number, most: number): Range[] {
  const lows = ranges.reduce((total, [from]) => total + from, 0);
  const highs = ranges.reduce((total, [, to]) => total + to, 0);
  return ranges.map(
    ([from, to]): Range => [Math.max(from, least - (highs - to)), Math.min(to, most - (lows - from))],
  );
}

/** Whether at least two numbers remain possible. */
export const isOpen = ([from, to]: Range): boolean => from < to;
