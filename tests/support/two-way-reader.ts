import type { GroupTable, Withheld } from "@/domain/disclosure/group";
import { type ScaleTable, sideRow } from "@/domain/disclosure/scale";
import { allTables, couldBe } from "./reader";

export type ReadTable = {
  readonly table: Exclude<ScaleTable, { kind: "tooFew" }>;
  readonly groups: readonly GroupTable[];
  readonly withheld: Extract<Withheld, { kind: "groups" }>;
};

/** The most that a reader holds possible in each row that is not shown: of the groups withheld, and of who names none. */
export type Most = { readonly withheld: readonly number[]; readonly others: number };

type Counts = readonly number[];

/**
 * A reader of a two-way table who tries every table, written apart from the product's code: for each row (the groups
 * shown, those withheld, whoever names none, the totals) and each column, the values that are possible.
 */
export function possibleCounts({ table, groups, withheld }: ReadTable, most?: Most): Set<number>[][] {
  const cells = sideRow(table.sides);
  const tables = (n: number) => allTables(cells.length, n);
  const totals = tables(table.n).filter((counts) => couldBe(counts, cells, table.n));
  const smallest = Math.min(...groups.map(({ n }) => n));
  const rows: (readonly Counts[])[] = [
    ...groups.map(({ n, sides }) => tables(n).filter((counts) => couldBe(counts, sideRow(sides), n))),
    ...withheld.groups.map(({ reason }, index) => {
      const [from, to] = reason === "tooFew" ? [0, 9] : [10, smallest];
      return sizes(from, Math.min(to, most?.withheld[index] ?? to)).flatMap(tables);
    }),
  ];
  const found = [...rows, [], []].map(() => cells.map(() => new Set<number>()));
  for (const [index, row] of rows.entries())
    for (const rest of sumsOfRows(rows.toSpliced(index, 1), totals))
      for (const own of row)
        for (const total of totals) {
          // Whoever names no group is what is left.
          const left = total.map((count, column) => count - (own[column] ?? 0) - (rest[column] ?? 0));
          if (left.some((count) => count < 0) || sum(left) > (most?.others ?? table.n)) continue;
          note(found[index], own);
          note(found[rows.length], left);
          note(found[rows.length + 1], total);
        }
  return found;
}

const sum = (counts: Counts) => counts.reduce((a, b) => a + b, 0);

const sizes = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

function note(into: readonly Set<number>[] | undefined, counts: Counts): void {
  for (const [column, count] of counts.entries()) into?.[column]?.add(count);
}

/** Every sum of one choice from each row that does not go beyond all totals, each once. */
function sumsOfRows(rows: readonly (readonly Counts[])[], totals: readonly Counts[]): Counts[] {
  const most = (totals[0] ?? []).map((_, column) => Math.max(...totals.map((total) => total[column] ?? 0)));
  const code = (counts: Counts) => counts.reduce((found, count) => found * 1_000 + count, 0);
  let sums: Counts[] = [most.map(() => 0)];
  for (const row of rows) {
    const next = new Map<number, Counts>();
    for (const before of sums)
      for (const own of row) {
        const sum = own.map((count, column) => count + (before[column] ?? 0));
        if (sum.every((count, column) => count <= (most[column] ?? 0))) next.set(code(sum), sum);
      }
    sums = [...next.values()];
  }
  return sums;
}
