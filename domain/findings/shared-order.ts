import { type Concordance, concordance } from "@/domain/consensus/kendall-w";
import { W_BANDS } from "@/domain/consensus/ladder/ranking";
import { FEWEST_POSITIONS, type Range } from "@/domain/disclosure/cell";
import type { RankingTable } from "@/domain/disclosure/ranking";
import type { Released } from "@/domain/disclosure/release";
import { sum } from "@/domain/tally/counts";
import { leadOf, type PairBounds, pairBounds } from "./pair-bounds";

/** A ranking that is released by its pairs. */
export type Pairs = Extract<Released<RankingTable>, { kind: "pairs" }>;

/** How far the order of a ranking is shared, as far as its release tells. */
export type SharedOrder =
  | ({ readonly kind: "figure"; readonly complete: number } & Concordance)
  /** W is at least the beginning of this band, and p at most this, whatever the hidden counts are. */
  | { readonly kind: "atLeast"; readonly band: number; readonly p: number };

/**
 * Kendall's W over the complete rankings: the released figure, or the highest band that it reaches in every table which
 * the pairs leave possible. Null where that is no more than 0, and where fewer than ten may be complete.
 */
export function sharedOrder(table: Pairs, optionIds: readonly string[]): SharedOrder | null {
  const K = optionIds.length;
  const { agreement } = table;
  if (agreement !== undefined && agreement !== null)
    return {
      kind: "figure",
      complete: agreement.complete,
      ...concordance(agreement.W, agreement.complete, K),
    };
  const bounds = pairBounds(table, optionIds);
  const complete = bounds.n - mostPartial(bounds);
  if (complete < FEWEST_POSITIONS) return null;
  const W = leastW(bounds, complete);
  const band = W_BANDS.find((begins) => W >= begins) ?? 0;
  return band === 0 ? null : { kind: "atLeast", band, p: concordance(W, complete, K).p };
}

/**
 * The most rankings that may be in part: those that leave two options or more without a place. Each is a tie in some pair;
 * and as seen from any one option, a tie with another or above two at least. With two options there are none.
 */
function mostPartial({ options, n, view }: PairBounds): number {
  if (options.length === 2) return 0;
  const others = (one: number) => options.filter((other) => other !== one);
  const ties = sum(options.flatMap((one) => others(one).map((other) => view(one, other).neither[1]))) / 2;
  const seenFrom = options.map((one) =>
    sum(
      others(one).map((other) => {
        const { above, below, neither } = view(one, other);
        // Ties first, since two places above make but one.
        const tied = Math.min(neither[1], n - below[0]);
        return tied + Math.min(above[1], n - below[0] - tied) / 2;
      }),
    ),
  );
  return Math.min(n, Math.floor(Math.min(ties, ...seenFrom)));
}

/**
 * A lower bound of W. Rank sums deviate from their mean by half of what an option lies behind the others, pair by pair; a
 * ranking in part changes that by no more than K − 1 and makes one fewer to divide by, and of the two the first weighs
 * more, so that the bound is least where as many as can be are in part, and `complete` are left. Ties only raise W.
 */
function leastW(bounds: PairBounds, complete: number): number {
  const { options, n } = bounds;
  const K = options.length;
  const slack = (n - complete) * (K - 1);
  const deviations = options.map((one) => {
    const leads = options.filter((other) => other !== one).map((other) => leadOf(bounds, one, other));
    return Math.max(
      0,
      leastFromZero([sum(leads.map(([least]) => least)), sum(leads.map(([, most]) => most))]) - slack,
    );
  });
  return (3 * sum(deviations.map((least) => least ** 2))) / (complete * complete * (K ** 3 - K));
}

/** The least distance from 0 of the numbers in a range. */
const leastFromZero = ([from, to]: Range): number => Math.max(0, from, -to);
