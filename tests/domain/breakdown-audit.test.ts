import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownGroups } from "@/domain/disclosure/breakdown";
import type { CountedStatement } from "@/domain/disclosure/counted-groups";
import { sideRow } from "@/domain/disclosure/scale";
import { loadSolver } from "@/server/releases/solver";
import { countedOf } from "../support/counted";
import { type Most, possibleCounts, type ReadTable } from "../support/two-way-reader";

const solver = await loadSolver();

/** So many counts, most of them small or large, as those of a group are that is nearly of one mind. */
const row = (columns: number, most: number) =>
  fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: most })), {
    minLength: columns,
    maxLength: columns,
  });

const statement = (columns: number, groups: number) =>
  fc
    .record({
      large: fc.array(row(columns, 9), { minLength: 2, maxLength: groups }),
      small: fc.array(row(columns, 2), { maxLength: 1 }),
      others: fc.oneof(fc.constant([]), row(columns, 3)),
      without: fc.oneof(fc.constant([]), fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: groups + 2 })),
    })
    .map(({ large, small, others, without }) => countedOf({ groups: [...large, ...small], others, without }));

const statements = fc.oneof(statement(2, 4), statement(3, 3));

/** What is released of it where groups are; other statements are passed over. */
function released(counted: CountedStatement): ReadTable {
  const { groups, withheld } = shownGroups(counted, solver);
  fc.pre(groups !== undefined);
  if (groups === undefined || withheld.kind === "all" || counted.table.kind === "tooFew")
    throw new Error("groups are shown beside a table and none is withheld for all");
  return { table: counted.table, groups, withheld };
}

/** The rows that are not shown, as they were counted: the groups withheld, and whoever names none. */
const unseen = ({ groups, others }: CountedStatement, { withheld }: ReadTable) => [
  ...withheld.groups.map(({ groupId }) => groups.find((group) => group.groupId === groupId)?.responses ?? 0),
  others,
];

/** Every count that is hidden from a reader gets two values; of rows that are not shown only those that `matters` names. */
function expectHidden(read: ReadTable, most: Most | undefined, matters: (row: number) => boolean) {
  const values = possibleCounts(read, most);
  const totals = sideRow(read.table.sides);
  const shown = read.groups.map(({ sides }) => sideRow(sides));
  const isNought = totals.map((cell) => cell.kind === "count" && cell.count === 0);
  const hidden = [
    ...shown.map((cells) => cells.map(({ kind }) => kind !== "count")),
    ...[...read.withheld.groups, null].map((_, index) => isNought.map((nought) => matters(index) && !nought)),
    totals.map(({ kind }) => kind !== "count"),
  ];
  for (const [index, cells] of hidden.entries())
    for (const [column, isHidden] of cells.entries())
      if (isHidden && (values[index]?.[column]?.size ?? 0) < 2)
        expect.fail(`row ${index}, column ${column} can be worked out: ${JSON.stringify(read)}`);
  return values;
}

describe("a two-way table", () => {
  it("[D24, D26] leaves every hidden count two values, of groups shown and withheld, of who names none, and of the totals, and prints the ranges that it leaves", () => {
    fc.assert(
      fc.property(statements, (counted) => {
        const read = released(counted);
        const last = read.withheld.groups.length;
        const values = expectHidden(read, undefined, (index) => index < last || counted.others > 0);
        for (const [index, { sides }] of read.groups.entries())
          for (const [column, cell] of sideRow(sides).entries()) {
            const found = [...(values[index]?.[column] ?? [])];
            if (cell.kind !== "count")
              expect(cell).toMatchObject({ from: Math.min(...found), to: Math.max(...found) });
          }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it("[D25] does so too for whoever was told how many named each group", () => {
    fc.assert(
      fc.property(statements, (counted) => {
        const read = released(counted);
        const sizes = unseen(counted, read);
        const most = { withheld: sizes.slice(0, -1), others: counted.others };
        expectHidden(read, most, (index) => (sizes[index] ?? 0) > 0);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it("[D22] shows groups of 10 positions or more, two of them or none, and says of each other why it is not shown", () => {
    fc.assert(
      fc.property(statements, (counted) => {
        const { groups, withheld } = shownGroups(counted, solver);
        if (withheld.kind === "all") {
          expect(groups).toBeUndefined();
          return;
        }
        const told = new Map(withheld.groups.map(({ groupId, reason }) => [groupId, reason]));
        expect(groups?.length).toBeGreaterThanOrEqual(2);
        for (const { groupId, n } of counted.groups) {
          const isShown = groups?.some((group) => group.groupId === groupId);
          expect(told.get(groupId)).toBe(isShown ? undefined : n < 10 ? "tooFew" : "wouldDisclose");
          if (isShown) expect(n).toBeGreaterThanOrEqual(10);
        }
      }),
    );
  });
});
