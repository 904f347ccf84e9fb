import { sum } from "@/domain/tally/counts";
import { above, optionsOf, type PairwiseMatrix } from "./pairwise";

/** Most options whose orders are all tried: 8! = 40,320. */
export const MOST_FOR_KEMENY = 8;

/**
 * `score`: pairs of options, counted once per answer, that the best orders place as the answers do. `distance`: those that
 * they place the other way round. `orders`: all the best orders, options from the first to the last.
 */
export type Kemeny = {
  readonly score: number;
  readonly distance: number;
  readonly orders: readonly (readonly number[])[];
};

/**
 * Kemeny's optimal orders, by trying all: those that agree with the most answers, pair by pair. Null for more than eight
 * options.
 *
 * Source: J. G. Kemeny, Mathematics without numbers, Daedalus 88 (1959) 577–591.
 */
export function kemeny(prefers: PairwiseMatrix): Kemeny | null {
  const options = optionsOf(prefers);
  if (options.length > MOST_FOR_KEMENY) return null;
  let best = -1;
  let orders: number[][] = [];
  const search = (placed: number[], left: number[], score: number): void => {
    if (left.length === 0) {
      if (score > best) [best, orders] = [score, []];
      if (score === best) orders.push(placed);
      return;
    }
    for (const next of left) {
      const behind = left.filter((option) => option !== next);
      search([...placed, next], behind, score + sum(behind.map((option) => above(prefers, next, option))));
    }
  };
  search([], options, 0);
  const pairs = sum(prefers.map((row, one) => sum(row.filter((_, other) => other !== one))));
  return { score: best, distance: pairs - best, orders };
}
