import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schulzeOrder } from "@/domain/consensus/schulze";
import { smithSet } from "@/domain/consensus/smith-set";
import type { RankingTable } from "@/domain/disclosure/ranking";
import { parseRelease, type Released } from "@/domain/disclosure/release";
import { findingsOf } from "@/domain/findings/finding";
import { pairBounds, surelyLeading, surelyOrdered } from "@/domain/findings/pair-bounds";
import { rankingWords } from "@/domain/findings/ranking";
import { pairMeasures, releasedBorda, releasedOrder } from "@/domain/findings/ranking-measures";
import { plainSentence } from "@/domain/findings/sentence";
import type { RankingTally } from "@/domain/tally/ranking";
import { rankingTallyOf } from "../support/ballots";
import { english } from "../support/english";
import { possibleMatrices } from "../support/possible-pairs";
import { onlyItem, questionnaireOf, rankingItem, releaseOf } from "../support/release-of";

const IDS = ["o0", "o1", "o2", "o3"];

type Places = readonly (readonly string[])[];
const times = (places: Places, weight: number) => ({ places, weight });
const tallyOf = (size: number, ...rankings: { places: Places; weight: number }[]) =>
  rankingTallyOf(IDS.slice(0, size), rankings);

function pairsOf(tally: RankingTally): Extract<Released<RankingTable>, { kind: "pairs" }> {
  const { table } = onlyItem(releaseOf(rankingItem(tally.options.length), tally), "ranking");
  if (table.kind !== "pairs") throw new Error("ten answers and more are released");
  return table;
}

const wordsOf = (tally: RankingTally) => rankingWords(pairsOf(tally), tally.options);

const permutations = (ids: readonly string[]): string[][] =>
  ids.length === 0
    ? [[]]
    : ids.flatMap((id) => permutations(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));

/** Ten to fourteen rankings of three or four options, most alike, some partial or tied, so that much is hidden. */
const tallies = fc.integer({ min: 3, max: 4 }).chain((size) => {
  const complete = permutations(IDS.slice(0, size)).map((order): Places => order.map((id) => [id]));
  const places = fc.oneof(
    fc.constantFrom(...complete.slice(0, 3)),
    fc.constantFrom(...complete),
    fc.constantFrom(...complete.map((order): Places => order.slice(0, 1))),
    fc.constantFrom(...complete.map((order): Places => [[...order.slice(0, 2).flat()], ...order.slice(2)])),
  );
  return fc
    .array(fc.record({ places, weight: fc.integer({ min: 1, max: 6 }) }), { minLength: 2, maxLength: 7 })
    .filter((rankings) => {
      const n = rankings.reduce((sum, { weight }) => sum + weight, 0);
      return n >= 10 && n <= 14;
    })
    .map((rankings) => tallyOf(size, ...rankings));
});

describe("a ranking's words", () => {
  it("[F42] options lead and are ordered only as they are in every table that the release leaves possible", () => {
    const seen = { leading: 0, ordered: 0, open: 0 };
    fc.assert(
      fc.property(tallies, (tally) => {
        const table = pairsOf(tally);
        const matrices = possibleMatrices(table, tally.options);
        fc.pre(matrices !== null);
        const bounds = pairBounds(table, tally.options);
        const smith = new Set(matrices.map((matrix) => JSON.stringify(smithSet(matrix))));
        const leading = surelyLeading(bounds);
        // The same in all, pair by pair, exactly if the product says so.
        expect(leading === null ? null : JSON.stringify(leading)).toBe(
          smith.size === 1 ? [...smith][0] : null,
        );
        const order = surelyOrdered(bounds);
        if (order !== null) for (const matrix of matrices) expect(schulzeOrder(matrix)).toEqual(order);
        seen.leading += leading === null ? 0 : 1;
        seen.ordered += order === null ? 0 : 1;
        seen.open += leading === null ? 1 : 0;
      }),
      { numRuns: 400 },
    );
    // The property is not kept for want of cases.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });

  it("[F43] the row follows W, p and who leads, and names whoever leads", () => {
    const abc = [["o0"], ["o1"], ["o2"]];
    const bac = [["o1"], ["o0"], ["o2"]];
    const cba = [["o2"], ["o1"], ["o0"]];
    const bca = [["o1"], ["o2"], ["o0"]];
    expect(wordsOf(tallyOf(3, times(abc, 60), times(bac, 4)))).toEqual({
      key: "clearlyFirst",
      named: ["o0"],
    });
    expect(wordsOf(tallyOf(3, times(abc, 20), times(bac, 10), times(cba, 3)))).toEqual({
      key: "moreAgreementCentredOn",
      named: ["o0"],
    });
    expect(wordsOf(tallyOf(3, times(abc, 20), times(bac, 10), times(cba, 4)))).toEqual({
      key: "someConvergence",
      named: ["o0"],
    });
    // Fifteen and fifteen: neither beats the other.
    expect(wordsOf(tallyOf(3, times(abc, 15), times(bac, 15)))).toEqual({
      key: "sharedLead",
      named: ["o0", "o1"],
    });
    expect(wordsOf(tallyOf(3, times(abc, 15), times(cba, 15)))).toEqual({ key: "noClearOrder", named: [] });
    // Too few for chance to be ruled out.
    expect(wordsOf(tallyOf(3, times(abc, 5), times(bca, 3), times(cba, 3))).key).toBe("noClearOrder");
  });

  it("[F46] gives the order with its ties, Borda’s points, the Condorcet winner and whether Kemeny agrees", () => {
    const table = pairsOf(
      tallyOf(
        3,
        times([["o0"], ["o1"], ["o2"]], 12),
        times([["o1"], ["o0"], ["o2"]], 12),
        times([["o2"], ["o0"], ["o1"]], 3),
        times([["o2"], ["o1"], ["o0"]], 3),
      ),
    );
    const ids = IDS.slice(0, 3);
    expect(releasedOrder(table, ids)).toEqual([["o0", "o1"], ["o2"]]);
    expect(releasedBorda(table, ids)).toEqual([39, 39, 12]);
    expect(pairMeasures(table, ids)).toEqual({ condorcetWinner: null, kemenyAgrees: true });
  });

  it("[F47] a release made before W was measured gives its pairs and claims no order", () => {
    const item = rankingItem(3);
    const release = releaseOf(item, tallyOf(3, times([["o0"], ["o1"], ["o2"]], 20)));
    const stored = JSON.parse(JSON.stringify(release), (key, value) =>
      key === "agreement" ? undefined : value,
    );
    const [finding] = findingsOf(questionnaireOf(item), parseRelease(stored));
    expect(finding).toMatchObject({ key: "pairs", named: [] });
    expect(finding && plainSentence(finding, english)).toMatch(/20 answers ranked the options/);
  });

  it("[F48] names up to three options in full", () => {
    const said = (size: number, ...rankings: { places: Places; weight: number }[]) => {
      const item = rankingItem(size);
      const tally = tallyOf(size, ...rankings);
      const [finding] = findingsOf(questionnaireOf(item), releaseOf(item, tally, tally.answered));
      return finding && plainSentence(finding, english);
    };
    const [a, b, c] = [["o0"], ["o1"], ["o2"]];
    expect(said(3, times([a, b, c], 30))).toBe(
      "On “Steps ahead”, one option was clearly placed first: “o 0”.",
    );
    expect(said(3, times([a, b, c], 15), times([b, a, c], 15))).toBe(
      "On “Steps ahead”, several options shared the lead: “o 0” and “o 1”.",
    );
    expect(said(3, times([a, b, c], 15), times([c, b, a], 15))).toBe(
      "On “Steps ahead”, no clear order emerged.",
    );
  });
});
