import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approvalPhrase } from "@/domain/consensus/ladder/approval";
import { choicePhrase, leastClaimingChoice } from "@/domain/consensus/ladder/choice";
import { movementPhrase } from "@/domain/consensus/ladder/movement";
import { rankingPhrase } from "@/domain/consensus/ladder/ranking";
import { SCALE_PHRASES, scalePhrase } from "@/domain/consensus/ladder/scale";
import { isRecurringConcern, themePhrase } from "@/domain/consensus/ladder/theme";
import { newcombeDifference } from "@/domain/consensus/newcombe";
import { favourableShare, opposedShare, sideCounts } from "@/domain/consensus/sides";
import { wilson } from "@/domain/consensus/wilson";

const sides = fc
  .tuple(fc.nat(40), fc.nat(40), fc.nat(40))
  .map(([favourable, neither, opposed]) => ({ favourable, opposed, n: favourable + neither + opposed }));

/** From the strongest opposition to the strongest support; rows without a direction lie between. */
const TOWARDS_SUPPORT = ["widelyAgainst", "largelyAgainst", "generallyAgainst", "majorityAgainst"];
const standing = (phrase: string): number => {
  if (phrase.endsWith("Against")) return TOWARDS_SUPPORT.indexOf(phrase) - 4;
  return phrase.endsWith("For") ? 4 - TOWARDS_SUPPORT.indexOf(phrase.replace("For", "Against")) : 0;
};

describe("the ladder", () => {
  it("[F24] turns round when a scale is turned round", () => {
    fc.assert(
      fc.property(sides, ({ favourable, opposed, n }) => {
        const turned = scalePhrase({ favourable: opposed, opposed: favourable, n });
        const expected = scalePhrase({ favourable, opposed, n })
          .replace(/For$/, "against")
          .replace(/Against$/, "For")
          .replace(/against$/, "Against");
        expect(turned).toBe(expected);
        expect(SCALE_PHRASES).toContain(turned);
      }),
    );
  });

  it("[F25] is never moved towards opposition by one more supporter", () => {
    fc.assert(
      fc.property(
        sides.filter(({ n }) => n >= 10),
        ({ favourable, opposed, n }) => {
          const before = standing(scalePhrase({ favourable, opposed, n }));
          const after = standing(scalePhrase({ favourable: favourable + 1, opposed, n: n + 1 }));
          expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  it("[F26] compares whole numbers: two thirds is two thirds, and ten points are ten points", () => {
    for (const third of [7, 11, 333_333]) {
      expect(scalePhrase({ favourable: 2 * third, opposed: 0, n: 3 * third })).toBe("generallyFor");
      expect(scalePhrase({ favourable: 2 * third - 1, opposed: 0, n: 3 * third })).toBe("majorityFor");
      expect(approvalPhrase(third, 3 * third)).toBe("someSupport");
    }
    expect(choicePhrase([12, 9, 9])).toBe("moreAgreementCentredOn");
    expect(choicePhrase([40, 31, 29])).toBe("dividedBetween");
    expect(themePhrase(3, 20)).toBe("several");
  });

  it("[F27] of several rows for a choice, takes the one that claims least", () => {
    expect(leastClaimingChoice(["widelyPreferred", "dividedBetween", "majorityPreferred"])).toBe(
      "dividedBetween",
    );
    expect(leastClaimingChoice(["moreAgreementCentredOn", "majorityPreferred"])).toBe(
      "moreAgreementCentredOn",
    );
  });

  it("[F28] finds no order where none is measured", () => {
    expect(rankingPhrase({ W: null, p: null, smithSetSize: 1 })).toBe("noClearOrder");
    expect(rankingPhrase({ W: 0.9, p: 0.05, smithSetSize: 1 })).toBe("noClearOrder");
  });

  it("[F29] speaks of movement only where both rounds show the count in favour", () => {
    const rounds = { x1: 10, n1: 20, x2: 12, n2: 20 };
    expect(movementPhrase({ ...rounds, x1: null, dCns: 0.2 })).toBe("movementNotShown");
    expect(movementPhrase({ ...rounds, dCns: null })).toBe("noShiftShown");
    expect(movementPhrase({ x1: 2, n1: 20, x2: 18, n2: 20, dCns: null })).toBe("shiftedTowards");
    expect(movementPhrase({ x1: 18, n1: 20, x2: 2, n2: 20, dCns: null })).toBe("shiftedAway");
  });

  it("[F66] a concern recurs where 15 % or more raise it in two rounds, each with enough answers to report", () => {
    const raised = (count: number, answered: number) => ({ count, answered });
    expect(isRecurringConcern([raised(3, 20), raised(9, 60)])).toBe(true);
    expect(isRecurringConcern([raised(3, 20), raised(8, 60)])).toBe(false);
    expect(isRecurringConcern([raised(3, 20)])).toBe(false);
    // Two of twelve are more than 15 %, but one or two are never counted apart.
    expect(isRecurringConcern([raised(2, 12), raised(9, 60)])).toBe(false);
    expect(isRecurringConcern([raised(9, 9), raised(9, 60)])).toBe(false);
    expect(isRecurringConcern([raised(3, 20), raised(0, 60), raised(20, 60)])).toBe(true);
  });
});

describe("shares and intervals", () => {
  it("[F30] the middle of an odd scale is on neither side, and nothing is shared by nobody", () => {
    const counts = sideCounts([1, 2, 3, 4, 10]);
    expect([favourableShare(counts), opposedShare(counts)]).toEqual([0.7, 0.15]);
    expect(sideCounts([1, 2, 3, 4])).toEqual({ favourable: 7, opposed: 3, n: 10 });
    expect([favourableShare(sideCounts([0, 0])), opposedShare(sideCounts([0, 0]))]).toEqual([null, null]);
  });

  it("[F31] an interval holds its estimate and stays within bounds", () => {
    const proportion = fc
      .integer({ min: 1, max: 500 })
      .chain((n) => fc.record({ x: fc.nat(n), n: fc.constant(n) }));
    fc.assert(
      fc.property(proportion, proportion, (first, second) => {
        const [low = 2, high = -2] = wilson(first) ?? [];
        const share = first.x / first.n;
        expect(low >= 0 && low <= share && share <= high && high <= 1).toBe(true);
        const [least = 2, most = -2] = newcombeDifference(first, second) ?? [];
        const difference = share - second.x / second.n;
        expect(least <= difference && difference <= most && least >= -1.000001 && most <= 1.000001).toBe(
          true,
        );
      }),
    );
    expect(wilson({ x: 0, n: 0 })).toBeNull();
    expect(newcombeDifference({ x: 1, n: 2 }, { x: 0, n: 0 })).toBeNull();
  });
});
