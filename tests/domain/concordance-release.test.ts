import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kendallW } from "@/domain/consensus/kendall-w";
import { pairMeasures, releasedBorda } from "@/domain/findings/ranking-measures";
import { type Pairs, sharedOrder } from "@/domain/findings/shared-order";
import type { RankingTally } from "@/domain/tally/ranking";
import { rankingTallyOf } from "../support/ballots";
import { onlyItem, rankingItem, releaseOf } from "../support/release-of";

const IDS = ["o0", "o1", "o2"];

type Places = readonly (readonly string[])[];
const times = (places: Places, weight: number) => ({ places, weight });
const tallyOf = (...rankings: { places: Places; weight: number }[]) => rankingTallyOf(IDS, rankings);

function pairsOf(tally: RankingTally): Pairs {
  const { table } = onlyItem(releaseOf(rankingItem(tally.options.length), tally), "ranking");
  if (table.kind !== "pairs") throw new Error("ten answers and more are released");
  return table;
}
const sharedOf = (tally: RankingTally) => sharedOrder(pairsOf(tally), tally.options);

const ABC = [["o0"], ["o1"], ["o2"]];
const BAC = [["o1"], ["o0"], ["o2"]];
const BCA = [["o1"], ["o2"], ["o0"]];
const CAB = [["o2"], ["o0"], ["o1"]];
const CBA = [["o2"], ["o1"], ["o0"]];
const TOP = [["o0"]];

describe("how far a ranking is shared", () => {
  it("[F45] is a figure only where every count is shown, of four decimals rounded down", () => {
    // 1118 of 2178.
    expect(pairsOf(tallyOf(times(ABC, 20), times(BAC, 10), times(CBA, 3))).agreement).toEqual({
      complete: 33,
      W: 0.5133,
    });
    // 46.22… with one answer that hides counts.
    expect(pairsOf(tallyOf(times(ABC, 20), times(BAC, 10), times(CBA, 1))).agreement).toBeNull();
  });

  it("[F44] the number of complete rankings is given from ten, and never so that one or two are left; one option left out is last", () => {
    const shown = (...rankings: { places: Places; weight: number }[]) =>
      pairsOf(tallyOf(...rankings)).agreement;
    expect(shown(times(TOP, 30), times(ABC, 3), times(BCA, 3), times(CAB, 3))).toBeNull();
    expect(shown(times(TOP, 3), times(ABC, 4), times(BCA, 3), times(CAB, 3))).toMatchObject({ complete: 10 });
    // Everything else is shown, and two rank in part: with three ties, "neither" is five.
    const tied = [["o0"], ["o1", "o2"]];
    expect(shown(times(TOP, 2), times(tied, 3), times(ABC, 6), times(BCA, 6), times(CAB, 6))).toBeNull();
    expect(shown(times(tied, 5), times(ABC, 6), times(BCA, 6), times(CAB, 6))).toBeNull();
    // Where nobody has a tie all have placed every option.
    expect(shown(times(ABC, 4), times(BCA, 3), times(CAB, 4))).toMatchObject({ complete: 11 });
    const twoOfThree = [times([["o0"], ["o1"]], 10), times([["o1"], ["o0"]], 6), times([["o2"], ["o1"]], 4)];
    expect(shown(...twoOfThree)).toMatchObject({ complete: 20 });
    const ofTwo = rankingTallyOf(["o0", "o1"], [times(TOP, 6), times([["o1"]], 3), times([["o0", "o1"]], 3)]);
    expect(pairsOf(ofTwo).agreement).toMatchObject({ complete: 12 });
    // Where everybody ties everything, W is not defined.
    expect(
      shown(times([["o0", "o1", "o2"]], 20), times(TOP, 3), times([["o1"]], 3), times([["o2"]], 3)),
    ).toBeNull();
  });

  it("[F45] else it is the band that it reaches whatever the hidden counts are, from what is shown alone", () => {
    const hidden = tallyOf(times(BCA, 17), times(ABC, 2), times(CBA, 1));
    expect(sharedOf(hidden)).toMatchObject({ kind: "atLeast", band: 0.5 });
    expect(pairMeasures(pairsOf(hidden), IDS)).toBeNull();
    expect(releasedBorda(pairsOf(hidden), IDS)).toBeNull();
    // Whether W reaches 0.3 depends on one hidden answer: nothing is said of it.
    expect(
      sharedOf(
        tallyOf(
          times(CAB, 4),
          times([["o0"], ["o2"], ["o1"]], 4),
          times(CBA, 10),
          times(BAC, 1),
          times(ABC, 1),
        ),
      ),
    ).toBeNull();
    // Many rank in part, and a count is hidden: ten complete rankings are not sure.
    expect(sharedOf(tallyOf(times(ABC, 12), times(CBA, 1), times(TOP, 9)))).toBeNull();
  });

  it("[F69] a band never says more than the rankings: W is at least that, and p at most what is taken for it", () => {
    const ids = ["o0", "o1", "o2", "o3"];
    const seen = { figure: 0, atLeast: 0, none: 0 };
    const profile = fc.integer({ min: 2, max: 4 }).chain((size) => {
      const options = ids.slice(0, size);
      const places = fc
        .array(fc.integer({ min: 0, max: size }), { minLength: size, maxLength: size })
        .filter((marks) => marks.some((mark) => mark > 0))
        .map(
          (marks): Places =>
            [...Map.groupBy(options.keys(), (index) => marks[index] ?? 0)]
              .filter(([mark]) => mark > 0)
              .sort(([one], [other]) => one - other)
              .map(([, at]) => at.map((index) => options[index] ?? "")),
        );
      const common = options.map((id) => [id]);
      return fc
        .tuple(
          fc.integer({ min: 6, max: 25 }),
          fc.array(fc.record({ places, weight: fc.integer({ min: 1, max: 5 }) }), { maxLength: 5 }),
        )
        .map(([weight, others]) => rankingTallyOf(options, [times(common, weight), ...others]));
    });
    fc.assert(
      fc.property(
        profile.filter(({ answered }) => answered >= 10),
        (tally) => {
          const [shared, exact] = [sharedOf(tally), kendallW(tally)];
          seen[shared?.kind ?? "none"] += 1;
          if (shared === null) return;
          expect(tally.complete).toBeGreaterThanOrEqual(10);
          const W = shared.kind === "figure" ? shared.W : shared.band;
          expect(exact?.W ?? 0).toBeGreaterThanOrEqual(W - 1e-9);
          expect(exact?.p ?? 1).toBeLessThanOrEqual(shared.p + 1e-9);
        },
      ),
      { numRuns: 600 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });
});
