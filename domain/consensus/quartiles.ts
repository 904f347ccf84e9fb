import { sum } from "@/domain/tally/counts";

/** Categories counted from 0, the most opposed; the mean of two where the answers in the middle differ. */
export type Quartiles = { readonly lower: number; readonly median: number; readonly upper: number };

/** The categories of the two answers that a quartile lies between; twice the same where they agree or there is but one. */
type Middle = readonly [below: number, above: number];

/**
 * Median and quartiles of a scale from its counts: the inverse of the cumulative distribution, averaged where it jumps
 * (R's type 2). Null for nobody.
 *
 * Source: R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996)
 * 361–365, definition 2.
 */
export function quartiles(counts: readonly number[]): Quartiles | null {
  const middles = quartileMiddles(counts);
  if (middles === null) return null;
  const mean = ([below, above]: Middle) => (below + above) / 2;
  return { lower: mean(middles.lower), median: mean(middles.median), upper: mean(middles.upper) };
}

/** The categories from which `quartiles` takes its means: what can be said in words, as somebody stands there. */
export function quartileMiddles(counts: readonly number[]): Readonly<Record<keyof Quartiles, Middle>> | null {
  const n = sum(counts);
  if (n === 0) return null;
  const quarter = (quarters: number): Middle => {
    const whole = Math.floor((n * quarters) / 4);
    const above = categoryOf(counts, whole + 1);
    return (n * quarters) % 4 === 0 ? [categoryOf(counts, whole), above] : [above, above];
  };
  return { lower: quarter(1), median: quarter(2), upper: quarter(3) };
}

/** The interquartile range in categories. Null for nobody. */
export function interquartileRange(counts: readonly number[]): number | null {
  const found = quartiles(counts);
  return found === null ? null : found.upper - found.lower;
}

/** The category of the answer at this place among all, in order, from 1. */
function categoryOf(counts: readonly number[], place: number): number {
  let upTo = 0;
  return counts.findIndex((count) => {
    upTo += count;
    return upTo >= place;
  });
}
