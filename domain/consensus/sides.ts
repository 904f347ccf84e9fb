import { sidesOf } from "@/domain/disclosure/scale";
import { sum } from "@/domain/tally/counts";

/** Answers in the upper half of a scale, in its lower half, and all that take a position. */
export type SideCounts = { readonly favourable: number; readonly opposed: number; readonly n: number };

/** The side counts of one statement, from counts by category with the most opposed first. */
export function sideCounts(counts: readonly number[]): SideCounts {
  const sides = sidesOf(counts);
  return { favourable: sides.for, opposed: sides.against, n: sum(counts) };
}

/**
 * Favourable share F, from 0 to 1: the upper half over all that take a position. The middle category of an odd scale
 * is in neither half. Null when nobody takes a position.
 */
export const favourableShare = ({ favourable, n }: SideCounts): number | null =>
  n === 0 ? null : favourable / n;

/** Opposed share O, from 0 to 1, likewise. */
export const opposedShare = ({ opposed, n }: SideCounts): number | null => (n === 0 ? null : opposed / n);
