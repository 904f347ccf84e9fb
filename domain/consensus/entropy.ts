import { sum } from "@/domain/tally/counts";

/**
 * Shannon's entropy of a choice in bits, −Σ p log₂ p, from 0 (all chose one option) to log₂ K (evenly spread over K).
 * `counts` may be shares. Null for nobody.
 *
 * Source: C. E. Shannon, A mathematical theory of communication, Bell System Technical Journal 27 (1948) 379–423.
 */
export function entropyBits(counts: readonly number[]): number | null {
  const total = sum(counts);
  if (total === 0) return null;
  return sum(counts.map((count) => (count === 0 ? 0 : (count / total) * Math.log2(total / count))));
}
