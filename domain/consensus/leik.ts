import { sum } from "@/domain/tally/counts";

/**
 * Leik's ordinal dispersion D over the categories of a scale, from 0 (all in one category) to 1 (all at the two poles,
 * evenly): 2 Σ d / (K − 1), where d is the cumulative share of each category, or what it lacks to 1 if that is less.
 * `counts` may be shares. Null for nobody and for fewer than two categories.
 *
 * Source: R. K. Leik, A measure of ordinal consensus, Pacific Sociological Review 9 (1966) 85–90.
 */
export function dispersion(counts: readonly number[]): number | null {
  const total = sum(counts);
  if (total === 0 || counts.length < 2) return null;
  let upTo = 0;
  let distances = 0;
  for (const count of counts.slice(0, -1)) {
    upTo += count;
    distances += Math.min(upTo, total - upTo) / total;
  }
  return (2 * distances) / (counts.length - 1);
}
