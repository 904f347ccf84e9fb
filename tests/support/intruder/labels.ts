import type { Cell } from "@/domain/disclosure/cell";

/** Whole numbers from the first to the second, both included. */
export type Span = readonly [from: number, to: number];

/** The count that a label stands for, by the published meaning of the words and never by the range beside them. */
export function saidBy(cells: readonly Cell[], n: number): Span[] {
  const nothing = cells.every(({ kind }) => kind === "notShown");
  const nearlyAll = cells.some(({ kind }) => kind === "allOrNearlyAll");
  return cells.map((cell): Span => {
    if (cell.kind === "count") return [cell.count, cell.count];
    if (cell.kind === "oneOrTwo") return [1, 2];
    if (cell.kind === "allOrNearlyAll") return [n - 2, n];
    if (nothing) return [0, n];
    return nearlyAll ? [0, 2] : [3, n - 3];
  });
}

/** Whether the table says that all or nearly all answered alike, which tells what each one answered. */
export const tellsNearlyAll = (cells: readonly Cell[]): boolean =>
  cells.some(({ kind }) => kind === "allOrNearlyAll");

/** Every row of counts within these spans that adds up to between `least` and `most`. */
export function rowsWithin(spans: readonly Span[], least: number, most: number): number[][] {
  const [first, ...rest] = spans;
  if (first === undefined) return least <= 0 && most >= 0 ? [[]] : [];
  const [from, to] = first;
  const lows = rest.reduce((total, [low]) => total + low, 0);
  const highs = rest.reduce((total, [, high]) => total + high, 0);
  const rows: number[][] = [];
  for (let count = Math.max(from, least - highs); count <= Math.min(to, most - lows); count += 1)
    for (const row of rowsWithin(rest, least - count, most - count)) rows.push([count, ...row]);
  return rows;
}
