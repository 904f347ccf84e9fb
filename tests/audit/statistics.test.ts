import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Attacker, leaks } from "@/audit/anonymity/attack";
import type { Ordering } from "@/audit/anonymity/orderings";
import {
  aucNull,
  midRanks,
  normalBound,
  pairwiseAuc,
  poissonBound,
  spearman,
} from "@/audit/anonymity/statistics";
import { chanceOf } from "@/bin/simulation/chance";

const ordering = (name: string, values: readonly number[]): Ordering => ({
  name,
  places: new Map(values.map((value, seat) => [seat, value])),
  isMeasure: true,
});

/** P(X ≥ k) by adding up, for X from a Poisson distribution. */
function tailByHand(k: number, lambda: number): number {
  let [term, below] = [Math.exp(-lambda), 0];
  for (let i = 0; i < k; i += 1) {
    below += term;
    term *= lambda / (i + 1);
  }
  return 1 - below;
}

describe("the bounds of the linkage attack", () => {
  it("[A223] matches may not reach the first count whose Poisson tail is at most alpha", () => {
    for (const lambda of [0.3, 1, 3, 10, 100])
      for (const alpha of [1e-2, 1e-4, 1e-8]) {
        const bound = poissonBound(lambda, alpha);
        expect(tailByHand(bound, lambda)).toBeLessThanOrEqual(alpha * 1.001 + 1e-12);
        expect(tailByHand(bound - 1, lambda)).toBeGreaterThan(alpha * 0.999 - 1e-12);
      }
  });

  it("[A223] correlations may not reach the two-sided quantile of the normal distribution", () => {
    expect(normalBound(0.05)).toBeCloseTo(1.96, 2);
    expect(normalBound(1e-4)).toBeCloseTo(3.9, 1);
    expect(normalBound(1e-8)).toBeCloseTo(5.74, 1);
  });

  it("[A224] ranks, Spearman's correlation and the pairwise AUC are those of their definitions", () => {
    expect(midRanks([10, 30, 20, 30])).toEqual([1, 3.5, 2, 3.5]);
    // Spearman, by 1 − 6Σd²/(n(n²−1)) with d = 1, 1, 1, 1, 0.
    expect(spearman([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])).toBeCloseTo(1 - (6 * 4) / (5 * 24), 12);
    expect(spearman([1, 2, 3], [7, 7, 7])).toBe(0);
    expect(pairwiseAuc([1, 2, 3, 4], [1, 2, 3, 4])).toBe(1);
    expect(aucNull(40).mean).toBeCloseTo(0.5, 1);
  });

  it("[A224] correlation does not change where either side is counted on another scale", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.integer()), { minLength: 3 }), (pairs) => {
        const [one, other] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        expect(spearman(one, other)).toBeCloseTo(
          spearman(
            one.map((x) => 3 * x + 1),
            other,
          ),
          9,
        );
        expect(spearman(one, other)).toBeCloseTo(spearman(other, one), 9);
      }),
    );
  });
});

describe("an attacker", () => {
  const chance = chanceOf("orders of the tests");
  const seats = Array.from({ length: 40 }, (_, index) => index);
  const drawn = () => ordering("rows", chance.shuffled(seats));

  it("[A225] finds nothing in orders that have nothing to do with one another", () => {
    const attacker = new Attacker();
    for (let run = 0; run < 30; run += 1)
      attacker.pair(ordering("seats", chance.shuffled(seats)), drawn(), chance);
    expect(attacker.figures(1e-4).filter(leaks)).toEqual([]);
  });

  it.each([
    ["the same order", (place: number) => place],
    ["the reverse", (place: number) => -place],
    ["an order that is only roughly the same", (place: number) => place + 15 * chance.next()],
    ["few places for many, as times to the minute are", (place: number) => Math.floor(place / 8)],
  ])("[A225] finds %s", (_, place) => {
    const attacker = new Attacker();
    for (let run = 0; run < 3; run += 1) {
      const order = chance.shuffled(seats);
      attacker.pair(ordering("seats", order), ordering("rows", order.map(place)), chance);
    }
    expect(attacker.figures(1e-4).filter(leaks)).not.toEqual([]);
  });

  it("[A225] finds the last nine of forty where only they are left in order", () => {
    const attacker = new Attacker();
    for (let run = 0; run < 3; run += 1) {
      const order = chance.shuffled(seats);
      const waiting = new Map([...order.entries()].filter(([, place]) => place >= 31));
      attacker.pair(ordering("seats", order), { name: "rows", places: waiting, isMeasure: true }, chance);
    }
    expect(attacker.figures(1e-4).filter(leaks)).not.toEqual([]);
  });
});
