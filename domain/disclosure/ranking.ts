import { z } from "zod";
import type { RankingTally } from "@/domain/tally/ranking";
import { type Cell, cellOf, cellSchema, FEWEST_POSITIONS } from "./cell";
import { type PairCounts, pairMarks, rankingRanges } from "./ranking-auditor";
import { tooFewSchema } from "./too-few";

const pairSchema = z.strictObject({
  /** Option ids. */
  first: z.string(),
  second: z.string(),
  prefersFirst: cellSchema,
  prefersSecond: cellSchema,
  neither: cellSchema,
});

/** One small table per pair of options, in the order of the item. */
export const rankingTableSchema = z.discriminatedUnion("kind", [
  tooFewSchema,
  z.strictObject({ kind: z.literal("pairs"), n: z.int(), pairs: z.array(pairSchema) }),
]);
export type RankingTable = z.infer<typeof rankingTableSchema>;

/** What may be shown of a ranking: its pairs, audited together. */
export function rankingTable(tally: RankingTally): RankingTable {
  const n = tally.answered;
  if (n < FEWEST_POSITIONS) return { kind: "tooFew", n };
  const pairs = pairsOf(tally);
  const marks = pairMarks(pairs, n);
  const ranges = rankingRanges(pairs, marks, n);
  return {
    kind: "pairs",
    n,
    pairs: pairs.map(({ first, second }, pair) => {
      const cell = (place: number): Cell =>
        cellOf(marks[pair]?.[place] ?? "notShown", ranges[pair]?.[place] ?? [0, n]);
      return {
        first: tally.options[first] ?? "",
        second: tally.options[second] ?? "",
        prefersFirst: cell(0),
        prefersSecond: cell(1),
        neither: cell(2),
      };
    }),
  };
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
