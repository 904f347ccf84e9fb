import { z } from "zod";
import { kendallW } from "@/domain/consensus/kendall-w";
import type { RankingTally } from "@/domain/tally/ranking";
import { type Cell, cellOf, FEWEST_POSITIONS, rangeOf, SMALLEST_SHOWN } from "./cell";
import { cellSchema } from "./cell-shape";
import { auditedPairs, type PairCounts } from "./ranking-auditor";
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
 * Kendall's W over the complete rankings, and how many these are. Only where every count of the ranking is shown, their
 * number is ten or more, and the others' number may be shown too; else null. Four decimals, rounded down.
 */
const agreementSchema = z.strictObject({
  complete: z.int().min(FEWEST_POSITIONS),
  W: z.number().min(0).max(1),
});

/** One small table per pair of options, in the order of the item. */
export const rankingTableSchema = z.discriminatedUnion("kind", [
  tooFewSchema,
  z.strictObject({
    kind: z.literal("pairs"),
    n: z.int(),
    pairs: z.array(pairSchema),
    /** Absent from releases made before W was measured. */
    agreement: agreementSchema.nullable().exactOptional(),
  }),
]);
export type RankingTable = z.infer<typeof rankingTableSchema>;

type Pair = z.infer<typeof pairSchema>;

/** What may be shown of a ranking: its pairs, audited together, and how far the complete rankings agree, if that may be. */
export function rankingTable(tally: RankingTally): RankingTable {
  const n = tally.answered;
  if (n < FEWEST_POSITIONS) return { kind: "tooFew", n };
  const pairs = releasedPairs(tally);
  return { kind: "pairs", n, pairs, agreement: agreementOf(tally, pairs) };
}

function releasedPairs(tally: RankingTally): Pair[] {
  const n = tally.answered;
  const pairs = pairsOf(tally);
  const { marks, ranges } = auditedPairs(pairs, n);
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

function agreementOf(tally: RankingTally, pairs: readonly Pair[]): z.infer<typeof agreementSchema> | null {
  const { answered, complete, options } = tally;
  const cells = pairs.flatMap(({ prefersFirst, prefersSecond, neither }) => [
    prefersFirst,
    prefersSecond,
    neither,
  ]);
  const partial = answered - complete;
  // That nobody ranks in part is told by the pairs where none is a tie for anybody, and goes without saying of two options.
  const allComplete = options.length === 2 || pairs.every(({ neither }) => rangeOf(neither)[1] === 0);
  const measured = kendallW(tally);
  if (
    measured === null ||
    cells.some(({ kind }) => kind !== "count") ||
    complete < FEWEST_POSITIONS ||
    (partial < SMALLEST_SHOWN && !allComplete)
  )
    return null;
  // What a sum of products leaves behind the last decimal must not cost a whole one.
  return { complete, W: Math.floor(measured.W * 10_000 + 1e-6) / 10_000 };
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
