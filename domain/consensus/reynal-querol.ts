import { sum } from "@/domain/tally/counts";

/**
 * Reynal-Querol's polarization of a choice, 4 Σ p² (1 − p), from 0 (all chose one option) to 1 (two options, evenly).
 * `counts` may be shares. Null for nobody.
 *
 * Source: J. G. Montalvo and M. Reynal-Querol, Ethnic polarization, potential conflict, and civil wars, American Economic
 * Review 95 (2005) 796–816.
 */
export function reynalQuerol(counts: readonly number[]): number | null {
  const total = sum(counts);
  if (total === 0) return null;
  return 4 * sum(counts.map((count) => (count / total) ** 2 * (1 - count / total)));
}
