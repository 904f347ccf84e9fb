import { sum } from "@/domain/tally/counts";

/**
 * Van der Eijk's agreement A over the ordered categories of a scale, from −1 (all at the two poles, evenly) over 0 (even
 * over all categories) to 1 (all in one category). The distribution is taken apart into layers that are each empty or
 * full by category; A is the mean of the layers' agreement, weighted by their size. `counts` may be shares. Null for
 * nobody, and for fewer than three categories, where A is not defined.
 *
 * Source: C. van der Eijk, Measuring agreement in ordered rating scales, Quality & Quantity 35 (2001) 325–341.
 */
export function agreement(counts: readonly number[]): number | null {
  const total = sum(counts);
  if (total === 0 || counts.length < 3) return null;
  const heights = [...new Set(counts)].filter((count) => count > 0).sort((a, b) => a - b);
  let below = 0;
  let weighted = 0;
  for (const height of heights) {
    const layer = counts.map((count) => count >= height);
    weighted += (height - below) * layer.filter(Boolean).length * layerAgreement(layer);
    below = height;
  }
  return weighted / total;
}

/** Polarization (1 − A) / 2, from 0 (all in one category) to 1 (all at the two poles, evenly). Null where A is. */
export function polarization(counts: readonly number[]): number | null {
  const A = agreement(counts);
  return A === null ? null : (1 - A) / 2;
}

/** The agreement of one layer: how much it has a single peak, less for each further category that it fills. */
function layerAgreement(layer: readonly boolean[]): number {
  const filled = layer.filter(Boolean).length;
  return unimodality(layer) * (1 - (filled - 1) / (layer.length - 1));
}

/**
 * Unimodality U of a layer of K categories, from triples of categories in order: those that read full, full, empty or
 * empty, full, full speak for one peak, those that read full, empty, full against. 1 where there are none of either.
 */
function unimodality(layer: readonly boolean[]): number {
  const K = layer.length;
  let forOnePeak = 0;
  let againstOnePeak = 0;
  for (let first = 0; first < K; first += 1)
    for (let second = first + 1; second < K; second += 1)
      for (let third = second + 1; third < K; third += 1) {
        const [a, b, c] = [layer[first], layer[second], layer[third]];
        if (b && a !== c) forOnePeak += 1;
        if (a && !b && c) againstOnePeak += 1;
      }
  const triples = forOnePeak + againstOnePeak;
  return triples === 0 ? 1 : ((K - 2) * forOnePeak - (K - 1) * againstOnePeak) / ((K - 2) * triples);
}
