import { describe, expect, it } from "vitest";
import type { RankingTable } from "@/domain/disclosure/ranking";
import type { Released } from "@/domain/disclosure/release";
import { rankingWords } from "@/domain/findings/ranking";
import { pairMeasures, releasedBorda, shownConcordance } from "@/domain/findings/ranking-measures";
import type { RankingTally } from "@/domain/tally/ranking";
import { rankingTallyOf } from "../support/ballots";
import { allTables } from "../support/reader";
import { onlyItem, rankingItem, releaseOf } from "../support/release-of";

const IDS = ["o0", "o1", "o2"];

type Places = readonly (readonly string[])[];
const times = (places: Places, weight: number) => ({ places, weight });
const tallyOf = (...rankings: { places: Places; weight: number }[]) => rankingTallyOf(IDS, rankings);

function pairsOf(tally: RankingTally): Extract<Released<RankingTable>, { kind: "pairs" }> {
  const { table } = onlyItem(releaseOf(rankingItem(3), tally), "ranking");
  if (table.kind !== "pairs") throw new Error("ten answers and more are released");
  return table;
}

const wordsOf = (tally: RankingTally) => rankingWords(pairsOf(tally), tally.options);

describe("how far a ranking is shared, as released", () => {
  it("[F44] under ten complete rankings W is not given, however many rank in part; one option left out is last", () => {
    const top = [["o0"]];
    const [abc, bca, cab] = [
      [["o0"], ["o1"], ["o2"]],
      [["o1"], ["o2"], ["o0"]],
      [["o2"], ["o0"], ["o1"]],
    ];
    const nine = tallyOf(times(top, 30), times(abc, 3), times(bca, 3), times(cab, 3));
    expect(pairsOf(nine).agreement?.concordance).toEqual({ kind: "notGiven" });
    expect(wordsOf(nine).key).toBe("noClearOrder");
    // Nothing is hidden here, but whether ten or nine of eleven are complete would be.
    const eleven = tallyOf(times(abc, 4), times(bca, 3), times(cab, 4));
    expect(pairsOf(eleven).agreement).toMatchObject({ complete: { kind: "count", count: 11 } });
    const twoOfThree = [times([["o0"], ["o1"]], 10), times([["o1"], ["o0"]], 6), times([["o2"], ["o1"]], 4)];
    expect(pairsOf(tallyOf(...twoOfThree)).agreement).toMatchObject({
      complete: { kind: "count", count: 20 },
      concordance: { kind: "figure" },
    });
  });

  it("[F69] the number of complete rankings is given only where no pair hides a count, and that W is given tells nothing more", () => {
    const given = new Map<string, string>();
    const types: Places[] = [
      [["o0"], ["o1"], ["o2"]],
      [["o1"], ["o2"], ["o0"]],
      [["o2"], ["o0"], ["o1"]],
      [["o0"]],
      [["o1"]],
      [["o0"], ["o1", "o2"]],
    ];
    const seen = { hidden: 0, shown: 0, figure: 0, band: 0, notGiven: 0 };
    for (const n of [10, 12, 20])
      for (const counts of allTables(types.length, n / 2)) {
        // Every second count is doubled and the rest added to the first, so that small and large ones meet.
        const spread = counts.map((count, index) => (index % 2 === 0 ? 2 * count : count));
        const rest = n - spread.reduce((sum, count) => sum + count, 0);
        const weights = spread.with(0, (spread[0] ?? 0) + rest);
        if (rest < 0) continue;
        const { pairs, agreement } = pairsOf(
          tallyOf(...types.map((places, index) => times(places, weights[index] ?? 0))),
        );
        const cells = pairs.flatMap(({ prefersFirst, prefersSecond, neither }) => [
          prefersFirst,
          prefersSecond,
          neither,
        ]);
        const hides = cells.some(({ kind }) => kind !== "count");
        if (hides) expect(agreement?.complete).toBeNull();
        // What a reader sees of a ranking but for W; the presence of W must follow from it.
        const shown = JSON.stringify([n, cells, agreement?.complete]);
        const kind = agreement?.concordance.kind ?? "none";
        expect(given.get(shown) ?? kind, shown).toBe(kind);
        given.set(shown, kind);
        seen[hides ? "hidden" : "shown"] += 1;
        if (kind === "figure" || kind === "band" || kind === "notGiven") seen[kind] += 1;
      }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5);
  });

  it("[F45] W is a figure of two decimals, rounded down, only where every count is shown; else its band", () => {
    const abc = [["o0"], ["o1"], ["o2"]];
    const bac = [["o1"], ["o0"], ["o2"]];
    const cba = [["o2"], ["o1"], ["o0"]];
    const shown = pairsOf(tallyOf(times(abc, 20), times(bac, 10), times(cba, 3)));
    // 1118 of 2178, that is 0.5133.
    expect(shown.agreement?.concordance).toEqual({ kind: "figure", W: 0.51 });
    expect(shown.agreement && shownConcordance(shown.agreement, 3)).toMatchObject({ W: 0.51, df: 2 });
    const hidden = pairsOf(tallyOf(times(abc, 20), times(bac, 10), times(cba, 1)));
    expect(hidden.agreement?.concordance).toEqual({ kind: "band", from: 0.5, significant: true });
    expect(hidden.agreement && shownConcordance(hidden.agreement, 3)).toBeNull();
    expect([pairMeasures(hidden, IDS), releasedBorda(hidden, IDS)]).toEqual([null, null]);
  });
});
