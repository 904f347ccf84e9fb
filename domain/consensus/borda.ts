import { sum } from "@/domain/tally/counts";
import { above, optionsOf, type PairwiseMatrix } from "./pairwise";

/**
 * Borda's points per option, over all answers: in each answer an option has a point for every option below it and half a
 * point for every one beside it, from 0 to n (K − 1). Options left unranked are beside one another, so that they share the
 * points that remain. `answered` is how many rankings the matrix holds.
 *
 * Source: J.-C. de Borda, Mémoire sur les élections au scrutin (1781); ties by D. Black, The Theory of Committees and
 * Elections (1958).
 */
export function bordaPoints(prefers: PairwiseMatrix, answered: number): number[] {
  const options = optionsOf(prefers);
  return options.map((one) =>
    sum(
      options
        .filter((other) => other !== one)
        .map((other) => (answered + above(prefers, one, other) - above(prefers, other, one)) / 2),
    ),
  );
}
