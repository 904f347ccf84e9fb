import { z } from "zod";
import { concordance, kendallW } from "@/domain/consensus/kendall-w";
import { SIGNIFICANT_BELOW, W_BANDS } from "@/domain/consensus/ladder/ranking";
import { sum } from "@/domain/tally/counts";
import type { RankingTally } from "@/domain/tally/ranking";
import { type Cell, cellOf, cellSchema, FEWEST_POSITIONS, rangeOf } from "./cell";
import { type PairCounts, pairMarks, rankingRanges } from "./ranking-auditor";
import { cellsOf } from "./table";
import { tooFewSchema } from "./too-few";

const pairSchema = z.strictObject({
  /** Option ids. */
  first: z.string(),
  second: z.string(),
  prefersFirst: cellSchema,
  prefersSecond: cellSchema,
  neither: cellSchema,
});

/**
 * Kendall's W over the complete rankings. A figure has two decimals, rounded down, so that it claims nothing; where some
 * count of the ranking is hidden, W is its band, with whether p is below 0.05. Given only where what is shown leaves no
 * fewer than ten complete rankings, so that whether it is given tells nothing more.
 */
const concordanceSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("figure"), W: z.number().min(0).max(1) }),
  z.strictObject({
    kind: z.literal("band"),
    from: z.union(W_BANDS.map((from) => z.literal(from))),
    significant: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("notGiven") }),
]);
type ReleasedConcordance = z.infer<typeof concordanceSchema>;

/** One small table per pair of options, in the order of the item. */
export const rankingTableSchema = z.discriminatedUnion("kind", [
  tooFewSchema,
  z.strictObject({
    kind: z.literal("pairs"),
    n: z.int(),
    pairs: z.array(pairSchema),
    /**
     * Answers that place every option, null where some pair hides a count, which their number could tell; and W among
     * them. Absent from releases made before W was measured.
     */
    agreement: z
      .strictObject({ complete: cellSchema.nullable(), concordance: concordanceSchema })
      .exactOptional(),
  }),
]);
export type RankingTable = z.infer<typeof rankingTableSchema>;

type Pair = z.infer<typeof pairSchema>;

/** What may be shown of a ranking: its pairs, audited together, and how far the complete rankings agree. */
export function rankingTable(tally: RankingTally): RankingTable {
  const n = tally.answered;
  if (n < FEWEST_POSITIONS) return { kind: "tooFew", n };
  const pairs = releasedPairs(tally);
  return { kind: "pairs", n, pairs, agreement: agreementOf(tally, pairs) };
}

function releasedPairs(tally: RankingTally): Pair[] {
  const n = tally.answered;
  const pairs = pairsOf(tally);
  const marks = pairMarks(pairs, n);
  const ranges = rankingRanges(pairs, marks, n);
  return pairs.map(({ first, second }, pair) => {
    const cell = (place: number): Cell =>
      cellOf(marks[pair]?.[place] ?? "notShown", ranges[pair]?.[place] ?? [0, n]);
    return {
      first: tally.options[first] ?? "",
      second: tally.options[second] ?? "",
      prefersFirst: cell(0),
      prefersSecond: cell(1),
      neither: cell(2),
    };
  });
}

function agreementOf(tally: RankingTally, pairs: readonly Pair[]) {
  const n = tally.answered;
  const shown = pairs.every(({ prefersFirst, prefersSecond, neither }) =>
    [prefersFirst, prefersSecond, neither].every(({ kind }) => kind === "count"),
  );
  const complete = shown ? completeCell(tally, pairs) : null;
  // Whoever leaves two options or more without a place counts for neither in some pair.
  const partialAtMost = sum(pairs.map(({ neither }) => rangeOf(neither)[1]));
  const completeAtLeast = complete === null ? n - partialAtMost : rangeOf(complete)[0];
  const concordance: ReleasedConcordance =
    completeAtLeast < FEWEST_POSITIONS
      ? { kind: "notGiven" }
      : concordanceOf(tally, complete?.kind === "count");
  return { complete, concordance };
}

/** The number of complete rankings by rule 2; all of them where no pair is a tie for anybody, as the pairs then say. */
function completeCell({ answered, complete }: RankingTally, pairs: readonly Pair[]): Cell {
  const noTies = pairs.every(({ neither }) => rangeOf(neither)[1] === 0);
  const [cell] = cellsOf([complete, answered - complete]);
  if (cell === undefined) throw new Error("a table of two has a first cell");
  return noTies ? { kind: "count", count: complete } : cell;
}

function concordanceOf(tally: RankingTally, shown: boolean): ReleasedConcordance {
  // What a sum of products leaves behind the last decimal must not cost a whole one. Where all tie all, nothing is shared.
  const W = Math.floor((kendallW(tally)?.W ?? 0) * 100 + 1e-9) / 100;
  if (shown) return { kind: "figure", W };
  const from = W_BANDS.find((least) => W >= least) ?? 0;
  const { p } = concordance(W, tally.complete, tally.options.length);
  return { kind: "band", from, significant: p < SIGNIFICANT_BELOW };
}

function pairsOf({ options, prefers, answered }: RankingTally): PairCounts[] {
  return options.flatMap((_, first) =>
    options.slice(first + 1).map((__, step): PairCounts => {
      const second = first + 1 + step;
      const [one, other] = [prefers[first]?.[second] ?? 0, prefers[second]?.[first] ?? 0];
      return { first, second, counts: [one, other, answered - one - other] };
    }),
  );
}
