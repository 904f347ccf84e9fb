import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "@/domain/disclosure/cell";
import { cellOf } from "@/domain/disclosure/cell";
import { auditedPairs } from "@/domain/disclosure/ranking-auditor";
import { makeRelease } from "@/domain/disclosure/release";
import { addResponse, emptyTally } from "@/domain/tally/tally";
import { largestRound } from "../support/largest-round";
import { couldBe, sumsOf } from "../support/reader";
import { onlyItem, questionnaireOf, rankingItem } from "../support/release-of";

const N = 10;
const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);

function expectRange(values: ReadonlySet<number>, [from, to]: readonly [number, number], what: string) {
  expect({ from, to }, what).toEqual({ from: Math.min(...values), to: Math.max(...values) });
}

/** The 13 weak orders of three options, as who is above whom: ab, ba, ac, ca, bc, cb. */
const PLACES = [0, 1, 2].flatMap((a) => [0, 1, 2].flatMap((b) => [0, 1, 2].map((c) => [a, b, c] as const)));
const above = (one: number, other: number) => (one < other ? 1 : 0);
const ORDERS = [
  ...new Map(
    PLACES.map(([a, b, c]) => [
      above(a, b),
      above(b, a),
      above(a, c),
      above(c, a),
      above(b, c),
      above(c, b),
    ]).map((order) => [String(order), order] as const),
  ).values(),
];

/** Three tables with "neither", from six counts. */
const tablesOf = (six: readonly number[], n: number) =>
  [0, 2, 4].map((first) => {
    const [one = 0, other = 0] = six.slice(first, first + 2);
    return [one, other, n - one - other];
  });

const pairsOf = (tables: readonly (readonly number[])[]) =>
  [
    [0, 1],
    [0, 2],
    [1, 2],
  ].map(([first = 0, second = 0], index) => ({ first, second, counts: tables[index] ?? [] }));

describe("a ranking's pairs", () => {
  it("[D12] can come from 13 weak orders exactly if their tables satisfy the inequalities of the audit", () => {
    expect(ORDERS).toHaveLength(13);
    for (let n = 1; n <= 5; n += 1) {
      const reachable = new Set(sumsOf(ORDERS, n).map(String));
      let satisfying = 0;
      for (const six of sumsOf(
        [
          [0, 0],
          [0, 1],
          [1, 0],
        ].flatMap((ab) =>
          [
            [0, 0],
            [0, 1],
            [1, 0],
          ].flatMap((ac) =>
            [
              [0, 0],
              [0, 1],
              [1, 0],
            ].map((bc) => [...ab, ...ac, ...bc]),
          ),
        ),
        n,
      )) {
        const [ab = 0, ba = 0, ac = 0, ca = 0, bc = 0, cb = 0] = six;
        const holds =
          ab <= ac + cb && ac <= ab + bc && ba <= bc + ca && bc <= ba + ac && ca <= cb + ba && cb <= ca + ab;
        if (holds !== reachable.has(String(six))) expect.fail(`${six} of ${n}`);
        satisfying += holds ? 1 : 0;
      }
      expect(satisfying).toBe(reachable.size);
    }
  });

  it("[D13] keep two values or more for every hidden count, with the ranges that are left", {
    timeout: 60_000,
  }, () => {
    const reachable = sumsOf(ORDERS, N);
    // Few orders among many answers give small counts, where the audit has most to do.
    const answers = fc
      .array(fc.constantFrom(...ORDERS), { minLength: 2, maxLength: 5 })
      .chain((orders) => fc.array(fc.constantFrom(...orders), { minLength: N, maxLength: N }));
    fc.assert(
      fc.property(answers, (all) => {
        const six = ORDERS[0]?.map((_, index) => sum(all.map((order) => order[index] ?? 0))) ?? [];
        const pairs = pairsOf(tablesOf(six, N));
        const { marks, ranges } = auditedPairs(pairs, N);
        const cells = marks.map((table, pair) =>
          table.map((mark, at): Cell => cellOf(mark, ranges[pair]?.[at] ?? [0, 0])),
        );
        const possible = reachable
          .map((other) => tablesOf(other, N))
          .filter((tables) => tables.every((counts, pair) => couldBe(counts, cells[pair] ?? [], N)));
        for (const [pair, table] of cells.entries())
          for (const [at, cell] of table.entries()) {
            if (cell.kind === "count") continue;
            const values = new Set(possible.map((tables) => tables[pair]?.[at] ?? -1));
            expect(values.size, `${six}`).toBeGreaterThan(1);
            expectRange(values, [cell.from, cell.to], `${six}`);
          }
      }),
      { numRuns: 60 },
    );
  });

  it("[D13] print no range of a single number, however many triples a pair is part of", () => {
    const order = fc.shuffledSubarray(["o0", "o1", "o2", "o3", "o4"], { minLength: 1 });
    const questionnaire = questionnaireOf(rankingItem(5));
    fc.assert(
      fc.property(
        fc.array(order, { minLength: 10, maxLength: 16 }),
        fc.integer({ min: 1, max: 4 }),
        (orders, few) => {
          const tally = emptyTally(questionnaire);
          for (const index of orders.keys()) {
            const places = (orders[index % few] ?? []).map((id) => [id]);
            addResponse(tally, { ranking: { kind: "ranking", places } }, 1);
          }
          const release = makeRelease(questionnaire, tally, { invited: 20, issued: 20, replaced: 0 }, {});
          const { table } = onlyItem(release, "ranking");
          const pairs = table.kind === "pairs" ? table.pairs : [];
          for (const cell of pairs.flatMap((pair) => [pair.prefersFirst, pair.prefersSecond, pair.neither]))
            if (cell.kind !== "count") expect(cell.from).toBeLessThan(cell.to);
        },
      ),
    );
  });

  it("[D14] of the largest questionnaire are audited whole, and no range that is printed is a single number", () => {
    const { questionnaire, tally } = largestRound();
    const release = makeRelease(questionnaire, tally, { invited: 60, issued: 60, replaced: 0 }, {});
    const pairs = release.items.flatMap((item) =>
      item.kind === "ranking" && item.table.kind === "pairs" ? item.table.pairs : [],
    );
    expect(pairs).toHaveLength(10 * 66);
    const cells = pairs.flatMap((pair) => [pair.prefersFirst, pair.prefersSecond, pair.neither]);
    expect(cells.some(({ kind }) => kind !== "count")).toBe(true);
    expect(cells.filter((cell) => cell.kind !== "count" && cell.from >= cell.to)).toEqual([]);
  });
});
