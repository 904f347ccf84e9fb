import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreement, polarization } from "@/domain/consensus/agreement";
import { entropyBits } from "@/domain/consensus/entropy";
import { krippendorffAlpha } from "@/domain/consensus/krippendorff-alpha";
import { dispersion } from "@/domain/consensus/leik";
import { interquartileRange, quartiles } from "@/domain/consensus/quartiles";
import { reynalQuerol } from "@/domain/consensus/reynal-querol";
import { sideCounts } from "@/domain/consensus/sides";
import { silentBounds } from "@/domain/consensus/silent-bounds";
import { consensus } from "@/domain/consensus/tastle-wierman";
import { twoCoders } from "@/domain/consensus/two-coders";

const scale = fc
  .array(fc.nat(30), { minLength: 3, maxLength: 7 })
  .filter((counts) => counts.some((count) => count > 0));

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

describe("measures of a scale", () => {
  it("[F32] turning a scale round keeps A, Cns and Leik’s D, and swaps for and against", () => {
    fc.assert(
      fc.property(scale, (counts) => {
        const turned = [...counts].reverse();
        for (const measure of [agreement, polarization, consensus, dispersion])
          expect(measure(turned)).toBeCloseTo(measure(counts) ?? Number.NaN, 9);
        const { favourable, opposed } = sideCounts(counts);
        expect(sideCounts(turned)).toMatchObject({ favourable: opposed, opposed: favourable });
      }),
    );
  });

  it("[F33] the measures stand at their ends where all agree and where all are at the two poles, evenly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 7 }), fc.integer({ min: 1, max: 400 }), fc.nat(6), (K, n, at) => {
        const unanimous = Array.from({ length: K }, (_, category) => (category === at % K ? n : 0));
        const poles = Array.from({ length: K }, (_, category) => (category % (K - 1) === 0 ? n : 0));
        const ends = (counts: number[]) =>
          [agreement, polarization, consensus, dispersion].map((measure) => measure(counts));
        for (const [index, end] of [1, 0, 1, 0].entries()) expect(ends(unanimous)[index]).toBeCloseTo(end, 9);
        for (const [index, end] of [-1, 1, 0, 1].entries()) expect(ends(poles)[index]).toBeCloseTo(end, 9);
      }),
    );
  });

  it("[F33] they stay between their ends, and the size of the panel does not matter", () => {
    fc.assert(
      fc.property(scale, fc.integer({ min: 2, max: 9 }), (counts, times) => {
        const bounds = [
          [agreement, -1, 1],
          [polarization, 0, 1],
          [consensus, 0, 1],
          [dispersion, 0, 1],
          [reynalQuerol, 0, 1],
          [entropyBits, 0, Math.log2(counts.length)],
        ] as const;
        for (const [measure, low, high] of bounds) {
          const value = measure(counts) ?? Number.NaN;
          expect(value).toBeGreaterThanOrEqual(low - 1e-9);
          expect(value).toBeLessThanOrEqual(high + 1e-9);
          expect(measure(counts.map((count) => count * times))).toBeCloseTo(value, 9);
        }
      }),
    );
  });

  it("[F38] median and quartiles are those of the answers laid out one after another", () => {
    fc.assert(
      fc.property(scale, (counts) => {
        const laidOut = counts.flatMap((count, category) => Array.from({ length: count }, () => category));
        const at = (share: number) => {
          const place = laidOut.length * share;
          const [before = 0, after = 0] = [laidOut[Math.ceil(place) - 1], laidOut[Math.floor(place)]];
          return Number.isInteger(place) ? (before + after) / 2 : before;
        };
        const found = quartiles(counts);
        expect(found).toEqual({ lower: at(0.25), median: at(0.5), upper: at(0.75) });
        expect(interquartileRange(counts)).toBe(at(0.75) - at(0.25));
      }),
    );
    expect(quartiles([0, 0, 5, 5, 0])?.median).toBe(2.5);
  });

  it("[F39] of nobody there is no measure, and never a nought", () => {
    const none = [0, 0, 0];
    for (const measure of [agreement, polarization, consensus, dispersion, entropyBits, reynalQuerol])
      expect(measure(none)).toBeNull();
    expect([quartiles(none), interquartileRange(none), twoCoders([[0]])]).toEqual([null, null, null]);
    expect([krippendorffAlpha([]), krippendorffAlpha([["a", null]])]).toEqual([null, null]);
    // Two categories are too few for van der Eijk's A, one for the others.
    expect([agreement([3, 4]), polarization([3, 4]), consensus([4]), dispersion([4])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("uncertainty", () => {
  it("[F40] the bounds for the silent are what answers for them would make it, and none where all answered", () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(60),
        (F, others, silent, won) => {
          const { least, most, of } = silentBounds([F, F], F + others, silent) ?? {
            least: 1,
            most: 0,
            of: 0,
          };
          // However many of the silent had been in favour, the share would lie within.
          const would = F + Math.min(won, silent);
          expect(of).toBe(F + others + silent);
          expect(least <= would && would <= most).toBe(true);
        },
      ),
    );
    expect(silentBounds([6, 6], 10, 0)).toBeNull();
    expect(silentBounds([6, 8], 10, 10)).toEqual({ least: 6, most: 18, of: 20 });
  });
});

describe("two coders", () => {
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((K) =>
      fc.array(fc.array(fc.nat(9), { minLength: K, maxLength: K }), { minLength: K, maxLength: K }),
    )
    .filter((rows) => total(rows.flat()) > 0);

  it("[F41] coders who always agree reach 1, and no agreement goes beyond", () => {
    const agreed = [
      [4, 0, 0],
      [0, 7, 0],
      [0, 0, 2],
    ];
    expect(twoCoders(agreed)).toEqual({ pa: 1, kappa: 1, ac1: 1 });
    expect(
      krippendorffAlpha([
        ["a", "a"],
        ["b", "b"],
      ]),
    ).toBe(1);
    fc.assert(
      fc.property(table, (rows) => {
        const { pa, kappa, ac1 } = twoCoders(rows) ?? { pa: 2, kappa: 2, ac1: 2 };
        for (const value of [pa, kappa ?? 0, ac1 ?? 0]) expect(value).toBeLessThanOrEqual(1 + 1e-9);
        expect(pa).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("[F41] the order of the two coders does not matter", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const turned = rows.map((_, one) => rows.map((row) => row[one] ?? 0));
        const [one, other] = [twoCoders(rows), twoCoders(turned)];
        expect(other?.kappa ?? 0).toBeCloseTo(one?.kappa ?? 0, 9);
        expect(other?.ac1 ?? 0).toBeCloseTo(one?.ac1 ?? 0, 9);
      }),
    );
  });
});
