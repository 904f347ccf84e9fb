import { sum } from "@/domain/tally/counts";
import { type Cell, cellOf, type Mark, rangeOf, SMALLEST_SHOWN } from "./cell";
import { isOpen, narrowed, spoken } from "./range";

/**
 * Rules 2 and 3 for one table of counts whose total is published: how each is shown. The total is taken to be 10 or
 * more (rule 1).
 */
export function marksOf(counts: readonly number[]): Mark[] {
  const n = sum(counts);
  if (counts.some((count) => count >= n - 2))
    return counts.map((count) => (count >= n - 2 ? "allOrNearlyAll" : "notShown"));
  let marks = counts.map((count): Mark => (count > 0 && count < SMALLEST_SHOWN ? "oneOrTwo" : count));
  while (!isSafe(marks, n)) {
    const candidates = smallestFirst(marks);
    const [smallest] = candidates;
    if (smallest === undefined) return counts.map(() => "notShown");
    const shown = marks;
    marks = hiding(shown, candidates.find((index) => isSafe(hiding(shown, index), n)) ?? smallest);
  }
  return marks;
}

/** Whether every hidden count keeps at least two possible values, given the marks and the total. */
function isSafe(marks: readonly Mark[], n: number): boolean {
  const ranges = narrowed(spoken(marks, n), n, n);
  return marks.every((mark, index) => typeof mark === "number" || isOpen(ranges[index] ?? [0, 0]));
}

/** Places of the shown counts above 0, the smallest count first; ties keep their order. */
function smallestFirst(marks: readonly Mark[]): number[] {
  return marks
    .flatMap((mark, index) => (typeof mark === "number" && mark > 0 ? [{ mark, index }] : []))
    .sort((a, b) => a.mark - b.mark)
    .map(({ index }) => index);
}

const hiding = (marks: readonly Mark[], hidden: number): Mark[] =>
  marks.map((mark, index) => (index === hidden ? "notShown" : mark));

/** The cells of a table of counts whose total of 10 or more is published: rules 2 and 3, with the ranges they leave. */
export function cellsOf(counts: readonly number[]): Cell[] {
  const n = sum(counts);
  const marks = marksOf(counts);
  const ranges = narrowed(spoken(marks, n), n, n);
  return marks.map((mark, index) => cellOf(mark, ranges[index] ?? [0, n]));
}

/** Whether nothing at all of a table is shown. */
export const showsNothing = (cells: readonly Cell[]): boolean =>
  cells.every(({ kind }) => kind === "notShown");

/**
 * Every table of counts with this total that a reader must hold possible. There are few, unless nothing at all is
 * shown: then ask `showsNothing` first.
 */
export function consistentTables(cells: readonly Cell[], n: number): number[][] {
  const ranges = cells.map(rangeOf);
  const widths = ranges.map(([from, to]) => to - from);
  const widest = widths.indexOf(Math.max(...widths));
  const others = ranges.map(([from, to], index) => (index === widest ? null : numbers(from, to)));
  const [least, most] = ranges[widest] ?? [n, n];

  let partial: { counts: number[]; rest: number }[] = [{ counts: [], rest: n }];
  for (const choices of others)
    partial = partial.flatMap(({ counts, rest }) =>
      (choices ?? [0])
        .filter((count) => count <= rest)
        .map((count) => ({ counts: [...counts, count], rest: rest - count })),
    );
  return partial
    .filter(({ rest }) => rest >= least && rest <= most)
    .map(({ counts, rest }) => counts.map((count, index) => (index === widest ? rest : count)));
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, step) => from + step);
