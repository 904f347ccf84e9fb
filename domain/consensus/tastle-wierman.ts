import { sum } from "@/domain/tally/counts";

/**
 * Tastle and Wierman's consensus Cns over the ordered categories of a scale, from 0 (all at the two poles, evenly) to 1
 * (all in one category): 1 + Σ p log₂(1 − |X − μ| / d), with categories numbered X = 1 … K, their mean μ and the full
 * width d = K − 1. `counts` may be shares. Null for nobody and for fewer than two categories.
 *
 * Source: W. J. Tastle and M. J. Wierman, Consensus and dissention, International Journal of Approximate Reasoning 45
 * (2007) 531–545.
 */
export function consensus(counts: readonly number[]): number | null {
  const total = sum(counts);
  const width = counts.length - 1;
  if (total === 0 || width < 1) return null;
  const mean = sum(counts.map((count, category) => count * category)) / total;
  const terms = counts.map((count, category) =>
    count === 0 ? 0 : (count / total) * Math.log2(1 - Math.abs(category - mean) / width),
  );
  return 1 + sum(terms);
}
