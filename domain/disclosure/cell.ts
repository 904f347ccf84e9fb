/**
 * One count as it may be read. A hidden count carries the whole numbers that it may still be, `from` to `to`: never
 * fewer than two, and worked out from what is shown, not from the count.
 */
export type Cell =
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: HiddenKind; readonly from: number; readonly to: number };

type HiddenKind = "oneOrTwo" | "notShown" | "allOrNearlyAll";

/** How a count is shown, before the ranges are worked out: a number is the count itself. */
export type Mark = number | HiddenKind;

/** Whole numbers from the first to the second, both included. */
export type Range = readonly [from: number, to: number];

/** The fewest positions with which a table is shown (rule 1). */
export const FEWEST_POSITIONS = 10;

/** Counts below this, but not 0, are never shown exactly (rule 2). */
export const SMALLEST_SHOWN = 3;

/** The numbers that this cell may stand for. */
export const rangeOf = (cell: Cell): Range =>
  cell.kind === "count" ? [cell.count, cell.count] : [cell.from, cell.to];

/** The counts of these cells if every one is shown, else null. */
export function shownCounts(cells: readonly Cell[]): number[] | null {
  const counts = cells.flatMap((cell) => (cell.kind === "count" ? [cell.count] : []));
  return counts.length < cells.length ? null : counts;
}

/** The cell for a mark, with the range that what is shown leaves it. */
export function cellOf(mark: Mark, [from, to]: Range): Cell {
  return typeof mark === "number" ? { kind: "count", count: mark } : { kind: mark, from, to };
}
