import { describe, expect, it } from "vitest";
import type { Constraint } from "@/domain/disclosure/integer-ranges";
import { orderConstraints } from "@/domain/disclosure/order-inequalities";
import { makeRelease, parseRelease } from "@/domain/disclosure/release";
import { addResponse, emptyTally } from "@/domain/tally/tally";
import { allOrders } from "../support/intruder/weak-orders";
import { onlyItem, questionnaireOf, rankingItem } from "../support/release-of";

/** Every set of so many pair tables of n answers, each adding up to n. */
function everyTable(pairs: number, n: number): number[][] {
  if (pairs === 0) return [[]];
  const tables = Array.from({ length: n + 1 }, (_, one) =>
    Array.from({ length: n - one + 1 }, (__, other) => [one, other, n - one - other]),
  ).flat();
  return everyTable(pairs - 1, n).flatMap((rest) => tables.map((table) => [...rest, ...table]));
}

function satisfies(numbers: readonly number[], constraints: readonly Constraint[]): boolean {
  return constraints.every(
    ({ places, signs, atLeast }) =>
      places.reduce((sum, place, at) => sum + (signs[at] ?? 0) * (numbers[place] ?? 0), 0) >= atLeast,
  );
}

/** Every sum of n orders of so many options, as text. */
function sumsOfOrders(options: number, n: number): Set<string> {
  const vectors = allOrders(options).map((order) =>
    order.flatMap((says) => [0, 1, 2].map((cell) => (cell === says ? 1 : 0))),
  );
  let sums = new Map([["", vectors[0]?.map(() => 0) ?? []]]);
  for (let answer = 0; answer < n; answer += 1)
    sums = new Map(
      [...sums.values()]
        .flatMap((sum) => vectors.map((vector) => sum.map((count, at) => count + (vector[at] ?? 0))))
        .map((sum) => [String(sum), sum]),
    );
  return new Set([...sums.values()].map(String));
}

/** What the product releases of a ranking of four options, answered so by these numbers. */
function releaseOfFour(answered: readonly (readonly [number, string[][]])[]) {
  const questionnaire = questionnaireOf(rankingItem(4));
  const tally = emptyTally(questionnaire);
  for (const [times, places] of answered)
    for (let time = 0; time < times; time += 1)
      addResponse(tally, { ranking: { kind: "ranking", places } }, 1);
  const { responses } = tally;
  return makeRelease(questionnaire, tally, { invited: responses, issued: responses, replaced: 0 }, {});
}

describe("the pairs of four options", () => {
  it("[D46] have 75 weak orders and 88 inequalities, 64 of which follow from no three options", () => {
    expect(allOrders(4)).toHaveLength(75);
    expect(orderConstraints(4, 10).inequalities).toHaveLength(24 + 24 + 24 + 12 + 4);
  });

  it("[D46] can come from orders exactly if they satisfy the inequalities: all tables of one and two answers", () => {
    for (const n of [1, 2]) {
      const { inequalities } = orderConstraints(4, n);
      const satisfying = everyTable(6, n).filter((numbers) => satisfies(numbers, inequalities));
      expect(satisfying.map(String).toSorted()).toEqual([...sumsOfOrders(4, n)].toSorted());
    }
  });

  it("[D46] tell no count that no three of them tell: one answer that puts two on one place", () => {
    const release = releaseOfFour([
      [5, [["o2"], ["o0", "o1", "o3"]]],
      [5, [["o0"], ["o1"], ["o2", "o3"]]],
      [1, [["o0", "o2"], ["o1"], ["o3"]]],
    ]);
    const { table } = onlyItem(release, "ranking");
    const pairs = table.kind === "pairs" ? table.pairs : [];
    expect(
      pairs.map(({ prefersFirst, prefersSecond, neither }) =>
        [prefersFirst, prefersSecond, neither].map(({ kind }) => kind),
      ),
    ).toEqual([
      ["notShown", "count", "notShown"],
      ["notShown", "notShown", "oneOrTwo"],
      ["notShown", "count", "notShown"],
      ["count", "count", "count"],
      ["count", "count", "count"],
      ["count", "count", "count"],
    ]);
  });

  it("[D47] are never printed with a range of one number, where some have nothing left to hide but others have", () => {
    const release = releaseOfFour([
      [10, [["o0"], ["o2", "o3"], ["o1"]]],
      [2, [["o1"], ["o0"], ["o2", "o3"]]],
      [
        2,
        [
          ["o1", "o2"],
          ["o0", "o3"],
        ],
      ],
      [2, [["o1", "o2", "o3"], ["o0"]]],
    ]);
    const stored: unknown = JSON.parse(JSON.stringify(release));
    expect(parseRelease(stored)).toEqual(release);
  });
});
