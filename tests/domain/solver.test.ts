import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Range } from "@/domain/disclosure/cell";
import { rangesAmongSolutions } from "@/domain/disclosure/programme";
import { twoWayProgramme } from "@/domain/disclosure/two-way";
import { loadSolver } from "@/server/releases/solver";

const solver = await loadSolver();
const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
const within = (count: number, [from, to]: Range) => count >= from && count <= to;

/** A table of three rows of two, and how far below and above each count a reader's range goes. */
const known = fc
  .record({
    counts: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 3, maxLength: 3 }),
    slack: fc.array(fc.tuple(fc.nat(1), fc.nat(1)), { minLength: 11, maxLength: 11 }),
  })
  .map(({ counts, slack }) => {
    const around = (count: number, at: number): Range => {
      const [below, above] = slack[at] ?? [0, 0];
      return [Math.max(0, count - below), count + above];
    };
    const rows = counts.map(([a, b], row) => ({
      cells: [around(a, 2 * row), around(b, 2 * row + 1)],
      total: around(a + b, 6 + row),
    }));
    const totals = [0, 1].map((column) => around(sum(counts.map((cells) => cells[column] ?? 0)), 9 + column));
    return { rows, totals, n: sum(counts.flat()) };
  });

const numbers = ([from, to]: Range) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** The least and the greatest of each number among all tables, found by trying every one. */
function tried({ rows, totals, n }: Parameters<typeof rangesOf>[0]): Range[] {
  let tables: number[][] = [[]];
  for (const range of rows.flatMap(({ cells }) => cells))
    tables = tables.flatMap((before) => numbers(range).map((count) => [...before, count]));
  const possible = tables
    .map((cells) => [...cells, ...[0, 1].map((column) => sum(cells.filter((_, at) => at % 2 === column)))])
    .filter(
      (all) =>
        rows.every(({ total }, row) => within((all[2 * row] ?? 0) + (all[2 * row + 1] ?? 0), total)) &&
        totals.every((range, column) => within(all[6 + column] ?? 0, range)) &&
        sum(all.slice(0, 6)) === n,
    );
  return Array.from({ length: 8 }, (_, place): Range => {
    const values = possible.map((all) => all[place] ?? 0);
    return [Math.min(...values), Math.max(...values)];
  });
}

function rangesOf({
  rows,
  totals,
  n,
}: {
  rows: { cells: Range[]; total: Range }[];
  totals: Range[];
  n: number;
}): Range[] {
  const places = Array.from({ length: 8 }, (_, place) => place);
  return rangesAmongSolutions(twoWayProgramme(rows, totals, n), places, solver);
}

describe("integer programming", () => {
  it("[D29] gives the ranges that trying every table gives", () => {
    fc.assert(
      fc.property(known, (table) => {
        expect(rangesOf(table)).toEqual(tried(table));
      }),
    );
  });

  it("[D29] is exact to the last of a million", () => {
    const rows = [
      { cells: [[0, 600_000] as const, [0, 600_000] as const], total: [600_000, 600_000] as const },
      { cells: [[0, 400_001] as const, [0, 400_001] as const], total: [400_001, 400_001] as const },
    ];
    const programme = twoWayProgramme(
      rows,
      [
        [500_000, 500_000],
        [500_001, 500_001],
      ],
      1_000_001,
    );
    expect(rangesAmongSolutions(programme, [0, 1, 2, 3], solver)).toEqual([
      [99_999, 500_000],
      [100_000, 500_001],
      [0, 400_001],
      [0, 400_001],
    ]);
  });

  it("[D29] keeps to whole numbers where the constraints alone would not", () => {
    const programme = {
      ranges: [[0, 9] as const, [0, 9] as const],
      constraints: [
        { places: [0, 1], signs: [-1, 1] as const, atLeast: 0 },
        { places: [0, 1], signs: [-1, -1] as const, atLeast: -3 },
      ],
    };
    // One and a half, otherwise; and the next question is asked of the same programme.
    expect(rangesAmongSolutions(programme, [0, 1, 0], solver)).toEqual([
      [0, 1],
      [0, 3],
      [0, 1],
    ]);
  });

  it("[D29] says so where nothing meets the constraints, rather than giving a range", () => {
    const rows = [{ cells: [[0, 1] as const, [0, 1] as const], total: [3, 3] as const }];
    const programme = twoWayProgramme(
      rows,
      [
        [0, 3],
        [0, 3],
      ],
      3,
    );
    expect(() => rangesAmongSolutions(programme, [0], solver)).toThrow("no optimum");
  });
});
