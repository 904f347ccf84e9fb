import gammainc from "@stdlib/math-base-special-gammainc";
import { sum } from "@/domain/tally/counts";

/** What W needs of complete rankings, ties allowed: how many there are, and the sums that a tally keeps of them. */
export type CompleteRankings = {
  readonly complete: number;
  /** Twice the sum of mid-ranks per option. */
  readonly doubledRankSums: readonly number[];
  /** Σ (t³ − t) over groups of t options that share a place. */
  readonly tieTerms: number;
};

/** W, its χ² on `df` degrees of freedom, and the probability of as much or more if no order were shared. */
export type Concordance = {
  readonly W: number;
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
};

/**
 * Kendall's coefficient of concordance, corrected for ties, from 0 (no shared order) to 1 (identical rankings):
 * W = 12 S / (m² (K³ − K) − m T), with m rankings of K options, S the squared deviations of the rank sums and T the tie
 * terms; χ² = m (K − 1) W. Null without a complete ranking, with fewer than two options, and where every ranking ties all.
 *
 * Source: M. G. Kendall and B. Babington Smith, The problem of m rankings, Annals of Mathematical Statistics 10 (1939)
 * 275–287; ties and χ² as in M. G. Kendall, Rank Correlation Methods (1970), chapter 6.
 */
export function kendallW({ complete: m, doubledRankSums, tieTerms }: CompleteRankings): Concordance | null {
  const K = doubledRankSums.length;
  const most = m * m * (K ** 3 - K) - m * tieTerms;
  if (m === 0 || K < 2 || most === 0) return null;
  // With doubled sums, four times S; their mean is m (K + 1).
  const fourS = sum(doubledRankSums.map((doubled) => (doubled - m * (K + 1)) ** 2));
  return concordance((3 * fourS) / most, m, K);
}

/** What W among m complete rankings of K options comes to. */
export function concordance(W: number, m: number, K: number): Concordance {
  const df = K - 1;
  const chi2 = m * df * W;
  return { W, chi2, df, p: chiSquaredTail(chi2, df) };
}

/** The upper tail of χ² on `df` degrees of freedom, exact far out: Q(df / 2, χ² / 2) (DLMF 8.2.4). */
function chiSquaredTail(chi2: number, df: number): number {
  return gammainc(chi2 / 2, df / 2, true, true);
}
