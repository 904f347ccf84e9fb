import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bordaPoints } from "@/domain/consensus/borda";
import { kemeny } from "@/domain/consensus/kemeny";
import { kendallW } from "@/domain/consensus/kendall-w";
import { beats, condorcetWinner, type PairwiseMatrix } from "@/domain/consensus/pairwise";
import { schulzeOrder } from "@/domain/consensus/schulze";
import { smithSet } from "@/domain/consensus/smith-set";
import { rankingTallyOf } from "../support/ballots";

const OPTIONS = ["a", "b", "c", "d", "e"];

/** Rankings of the first few options: partial or complete, with ties. */
const profile = fc.integer({ min: 2, max: 5 }).chain((size) => {
  const options = OPTIONS.slice(0, size);
  const ranking = fc
    .array(fc.integer({ min: 0, max: size }), { minLength: size, maxLength: size })
    .map((marks) =>
      // Marks of 0 leave an option unranked; equal marks share a place.
      [...Map.groupBy(options.keys(), (index) => marks[index] ?? 0)]
        .filter(([mark]) => mark > 0)
        .sort(([one], [other]) => one - other)
        .map(([, places]) => places.map((place) => options[place] ?? "")),
    );
  return fc.array(ranking, { minLength: 1, maxLength: 12 }).map((rankings) =>
    rankingTallyOf(
      options,
      rankings.map((places) => ({ places, weight: 1 })),
    ),
  );
});

/** Pairs of options, once per answer, that an order places as the answers do. */
const agreeing = (prefers: PairwiseMatrix, order: readonly number[]): number =>
  order.reduce(
    (score, one, place) =>
      score + order.slice(place + 1).reduce((sum, other) => sum + (prefers[one]?.[other] ?? 0), 0),
    0,
  );

describe("orders from pairs", () => {
  it("[F35] the Smith set beats all outside it, and no smaller set does", () => {
    fc.assert(
      fc.property(profile, ({ prefers, options }) => {
        const all = [...options.keys()];
        const dominating = (set: readonly number[]) =>
          set.length > 0 &&
          set.every((one) => all.every((other) => set.includes(other) || beats(prefers, one, other)));
        const found = smithSet(prefers);
        expect(dominating(found)).toBe(true);
        // Of all sets of options, those that dominate hold it.
        for (let mask = 1; mask < 1 << all.length; mask += 1) {
          const set = all.filter((one) => (mask >> one) & 1);
          if (dominating(set)) expect(found.every((one) => set.includes(one))).toBe(true);
        }
      }),
    );
  });

  it("[F35] Schulze’s first place lies within the Smith set and is the Condorcet winner where there is one", () => {
    fc.assert(
      fc.property(profile, ({ prefers, options }) => {
        const order = schulzeOrder(prefers);
        const smith = smithSet(prefers);
        expect(order.flat().sort()).toEqual([...options.keys()]);
        expect(order[0]?.every((one) => smith.includes(one))).toBe(true);
        const winner = condorcetWinner(prefers);
        if (winner !== null) expect([order[0], smith]).toEqual([[winner], [winner]]);
      }),
    );
  });

  it("[F35] the order of the options in the item settles no tie", () => {
    fc.assert(
      fc.property(profile, ({ prefers }) => {
        const last = prefers.length - 1;
        const turned = [...prefers].reverse().map((row) => [...row].reverse());
        const back = schulzeOrder(turned).map((place) => place.map((one) => last - one).sort());
        expect(back).toEqual(schulzeOrder(prefers));
      }),
    );
  });

  it("[F36] Kemeny’s optimum is at least as good as any order tried", () => {
    fc.assert(
      fc.property(profile, fc.infiniteStream(fc.nat()), ({ prefers }, draws) => {
        const best = kemeny(prefers);
        const tried = [...prefers.keys()].map((option) => ({ option, draw: draws.next().value ?? 0 }));
        const order = tried.sort((a, b) => a.draw - b.draw).map(({ option }) => option);
        expect(best?.score ?? -1).toBeGreaterThanOrEqual(agreeing(prefers, order));
        for (const optimum of best?.orders ?? []) {
          expect(agreeing(prefers, optimum)).toBe(best?.score);
          expect(agreeing(prefers, [...optimum].reverse())).toBe(best?.distance);
        }
      }),
    );
    expect(kemeny(Array.from({ length: 9 }, () => new Array<number>(9).fill(0)))).toBeNull();
  });

  it("[F36] Borda’s points add up to what all answers have to give", () => {
    fc.assert(
      fc.property(profile, ({ prefers, answered, options: { length: K } }) => {
        const points = bordaPoints(prefers, answered);
        expect(points.reduce((sum, own) => sum + own, 0)).toBeCloseTo((answered * K * (K - 1)) / 2, 9);
      }),
    );
  });
});

describe("Kendall’s W", () => {
  it("[F37] is 1 for identical rankings, 0 for rankings that cancel out, and never beyond", () => {
    const order = [["a"], ["b"], ["c"], ["d"]];
    const times = (places: string[][], weight: number) => ({ places, weight });
    const of = (...rankings: { places: string[][]; weight: number }[]) =>
      kendallW(rankingTallyOf(["a", "b", "c", "d"], rankings));
    expect(of(times(order, 12))).toMatchObject({ W: 1, chi2: 36, df: 3 });
    expect(of(times([["a", "b"], ["c"], ["d"]], 5))?.W).toBeCloseTo(1, 12);
    expect(of(times(order, 7), times([...order].reverse(), 7))).toMatchObject({ W: 0, chi2: 0, p: 1 });
    fc.assert(
      fc.property(profile, (tally) => {
        const { W, p } = kendallW(tally) ?? { W: 0, p: 1 };
        expect(W >= -1e-9 && W <= 1 + 1e-9 && p >= 0 && p <= 1).toBe(true);
      }),
    );
  });

  it("[F37] keeps small p-values apart, and measures nothing without a complete ranking or where all tie", () => {
    const order = [["a"], ["b"], ["c"]];
    const p = (weight: number) =>
      kendallW(rankingTallyOf(["a", "b", "c"], [{ places: order, weight }]))?.p ?? 1;
    expect(p(600)).toBeGreaterThan(0);
    expect(p(601)).toBeLessThan(p(600));
    expect(kendallW(rankingTallyOf(["a", "b", "c"], [{ places: [["a"]], weight: 20 }]))).toBeNull();
    expect(kendallW(rankingTallyOf(["a", "b", "c"], [{ places: [["a", "b", "c"]], weight: 20 }]))).toBeNull();
  });
});
