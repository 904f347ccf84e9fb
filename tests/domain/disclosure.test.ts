import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaleTable } from "@/domain/disclosure/scale";
import { cellsOf, consistentTables } from "@/domain/disclosure/table";
import { allTables, couldBe, valuesByCell } from "../support/reader";

const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
const shown = (...counts: number[]) =>
  cellsOf(counts).map((cell) => (cell.kind === "count" ? cell.count : cell.kind));

/** What the reader of [D6] finds out: possible values per cell, and the ranges that are printed. */
function expectNothingFoundOut(counts: readonly number[], tables: readonly number[][]) {
  const cells = cellsOf(counts);
  const possible = tables.filter((table) => couldBe(table, cells, sum(counts)));
  for (const [index, values] of valuesByCell(possible, cells.length).entries()) {
    const cell = cells[index];
    if (cell === undefined || cell.kind === "count") continue;
    if (values.size < 2) expect.fail(`${counts} gives away ${counts[index]}`);
    const range = { from: Math.min(...values), to: Math.max(...values) };
    if (cell.from !== range.from || cell.to !== range.to) expect(cell, `of ${counts}`).toMatchObject(range);
  }
}

const table = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 10, max: 14 }))
  .chain(([size, n]) =>
    fc
      .array(fc.integer({ min: 0, max: size - 1 }), { minLength: n, maxLength: n })
      .map((answers) =>
        Array.from({ length: size }, (_, option) => answers.filter((answer) => answer === option).length),
      ),
  );

describe("cells", () => {
  it("[D2] shows 0 and counts of 3 or more, never 1 or 2", () => {
    fc.assert(
      fc.property(table, (counts) => {
        for (const [index, cell] of cellsOf(counts).entries())
          if (cell.kind === "count")
            expect(cell.count === counts[index] && ![1, 2].includes(cell.count)).toBe(true);
      }),
    );
  });

  it("[D3] reads one and two alike", () => {
    expect(shown(10, 5, 1, 4)).toEqual([10, 5, "oneOrTwo", "notShown"]);
    expect(shown(10, 5, 2, 4)).toEqual([10, 5, "oneOrTwo", "notShown"]);
  });

  it("[D4] reads n − 2 or more as all or nearly all, and shows nothing else", () => {
    const nearlyAll = ["allOrNearlyAll", "notShown", "notShown"];
    for (const counts of [
      [19, 1, 0],
      [20, 0, 0],
      [18, 2, 0],
      [18, 1, 1],
    ])
      expect(shown(...counts)).toEqual(nearlyAll);
    expect(cellsOf([19, 1, 0])).toEqual(cellsOf([18, 1, 1]));
    expect(shown(17, 3, 0)).toEqual([17, 3, 0]);
  });

  it("[D5] hides the smallest count that suffices, of ties the first, failing that everything", () => {
    expect(shown(10, 1, 9)).toEqual([10, "oneOrTwo", "notShown"]);
    expect(shown(16, 3, 1)).toEqual(["notShown", 3, "oneOrTwo"]);
    expect(shown(14, 6, 0, 0)).toEqual([14, 6, 0, 0]);
    expect(shown(0, 4, 4, 24, 2)).toEqual([0, "notShown", 4, 24, "oneOrTwo"]);
    expect(shown(3, 3, 3, 1)).toEqual(["notShown", "notShown", "notShown", "notShown"]);
  });

  it("[D6] leaves every hidden count two values or more: all tables of three cells up to n = 24", () => {
    for (let n = 10; n <= 24; n += 1) {
      const tables = allTables(3, n);
      for (const counts of tables) expectNothingFoundOut(counts, tables);
    }
  });

  it("[D6] leaves every hidden count two values or more: tables of up to seven cells", {
    timeout: 60_000,
  }, () => {
    const cache = new Map<string, number[][]>();
    const tablesLike = (size: number, n: number) => {
      const key = `${size} ${n}`;
      const tables = cache.get(key) ?? allTables(size, n);
      cache.set(key, tables);
      return tables;
    };
    fc.assert(
      fc.property(table, (counts) => expectNothingFoundOut(counts, tablesLike(counts.length, sum(counts)))),
    );
  });

  it("[D7] prints the range that is left", () => {
    expect(cellsOf([16, 1, 3])).toEqual([
      { kind: "notShown", from: 15, to: 16 },
      { kind: "oneOrTwo", from: 1, to: 2 },
      { kind: "count", count: 3 },
    ]);
  });

  it("[D8] lists exactly the tables that a reader must hold possible", () => {
    for (const counts of allTables(3, 16)) {
      const cells = cellsOf(counts);
      const possible = allTables(3, 16).filter((other) => couldBe(other, cells, 16));
      expect(new Set(consistentTables(cells, 16).map(String))).toEqual(new Set(possible.map(String)));
    }
  });
});

describe("a scale", () => {
  it("[D1] gives n alone below 10 positions", () => {
    expect(scaleTable([3, 1, 3, 0, 2])).toEqual({ kind: "tooFew", n: 9 });
  });

  it("[D9] shows its categories only if each is 0 or at least 3 and no side is n − 2 or more", () => {
    expect(scaleTable([3, 4, 5, 6, 7]).kind).toBe("categories");
    expect(scaleTable([2, 4, 5, 6, 7]).kind).toBe("sides");
    expect(scaleTable([0, 0, 0, 6, 7]).kind).toBe("sides");
    expect(scaleTable([0, 0, 13, 0, 0]).kind).toBe("sides");
  });

  it("[D10] has no middle when its categories are even in number", () => {
    expect(scaleTable([1, 7, 4, 8])).toMatchObject({
      kind: "sides",
      sides: { neither: null, for: { count: 12 } },
    });
  });
});
