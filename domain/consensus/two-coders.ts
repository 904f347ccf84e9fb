import { sum } from "@/domain/tally/counts";

/** Agreement of two coders: `pa` the share on which they agree, from 0 to 1; κ and AC₁ beyond chance, at most 1. */
export type TwoCoders = {
  readonly pa: number;
  /** Null where chance alone would have them always agree: both used one category only. */
  readonly kappa: number | null;
  readonly ac1: number | null;
};

/**
 * Percentage agreement, Cohen's κ and Gwet's AC₁ of two coders over K categories. `table[a][b]`: units that the first
 * coder put in a and the second in b. Null where there are no units; AC₁ is null for fewer than two categories.
 *
 * Source: J. Cohen, Educational and Psychological Measurement 20 (1960) 37–46; K. L. Gwet, British Journal of
 * Mathematical and Statistical Psychology 61 (2008) 29–48.
 */
export function twoCoders(table: readonly (readonly number[])[]): TwoCoders | null {
  const n = sum(table.map(sum));
  if (n === 0) return null;
  const K = table.length;
  const first = table.map((row) => sum(row) / n);
  const second = table.map((_, category) => sum(table.map((row) => row[category] ?? 0)) / n);
  const pa = sum(table.map((row, category) => row[category] ?? 0)) / n;
  const byCohen = sum(first.map((share, category) => share * (second[category] ?? 0)));
  const means = first.map((share, category) => (share + (second[category] ?? 0)) / 2);
  const byGwet = K < 2 ? null : sum(means.map((mean) => mean * (1 - mean))) / (K - 1);
  return {
    pa,
    kappa: byCohen === 1 ? null : (pa - byCohen) / (1 - byCohen),
    ac1: byGwet === null ? null : (pa - byGwet) / (1 - byGwet),
  };
}
