import { sum } from "@/domain/tally/counts";
import { type Cell, FEWEST_POSITIONS } from "./cell";
import type { ScaleTable, Sides } from "./scale-shape";
import { cellsOf } from "./table";
import type { TooFew } from "./too-few";

export type { ScaleTable, Sides } from "./scale-shape";

/** Answers for, for neither side (null on an even scale) and against, from counts with the most opposed first. */
export function sidesOf(counts: readonly number[]): { for: number; neither: number | null; against: number } {
  const half = Math.floor(counts.length / 2);
  const neither = counts.length % 2 === 1 ? (counts[half] ?? 0) : null;
  return { for: sum(counts.slice(counts.length - half)), neither, against: sum(counts.slice(0, half)) };
}

/** The same counts in a row: for, neither where there is one, against. */
export function sideCountRow(counts: readonly number[]): number[] {
  const sides = sidesOf(counts);
  return sides.neither === null ? [sides.for, sides.against] : [sides.for, sides.neither, sides.against];
}

/** What may be shown of one statement's counts, the most opposed category first. */
export function scaleTable(counts: readonly number[]): ScaleTable {
  const n = sum(counts);
  if (n < FEWEST_POSITIONS) return { kind: "tooFew", n } satisfies TooFew;
  const row = sideCountRow(counts);
  const nearlyAll = Math.max(...row) >= n - 2;
  if (nearlyAll || counts.some((count) => count === 1 || count === 2))
    return { kind: "sides", n, sides: sidesOfRow(cellsOf(row)) };
  return { kind: "categories", n, categories: counts.map(shown), sides: sidesOfRow(row.map(shown)) };
}

const shown = (count: number): Cell => ({ kind: "count", count });

/** The sides of a row of cells: for, neither where there are three, against. */
export function sidesOfRow(cells: readonly Cell[]): Sides {
  const [first, last] = [cells[0], cells.at(-1)];
  if (first === undefined || last === undefined) throw new Error("a scale has two sides");
  return { for: first, neither: cells.length === 3 ? (cells[1] ?? null) : null, against: last };
}

/** The cells of the sides in the order for, neither where there is one, against. */
export const sideRow = (sides: Sides): Cell[] =>
  sides.neither === null ? [sides.for, sides.against] : [sides.for, sides.neither, sides.against];
