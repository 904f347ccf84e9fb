import { FEWEST_POSITIONS } from "@/domain/disclosure/cell";
import type { SideCounts } from "../sides";

/** The rows of the ladder for one statement of a scale; the first that fits holds. */
export const SCALE_PHRASES = [
  "tooFew",
  "nearlyAllFor",
  "nearlyAllAgainst",
  "divided",
  "widelyFor",
  "widelyAgainst",
  "largelyFor",
  "largelyAgainst",
  "generallyFor",
  "generallyAgainst",
  "majorityFor",
  "majorityAgainst",
  "noCommonView",
] as const;
export type ScalePhrase = (typeof SCALE_PHRASES)[number];

/** Strength of agreement, rising. */
const STRENGTHS = ["majority", "generally", "largely", "widely"] as const;
type Strength = (typeof STRENGTHS)[number];

/**
 * The row for exact counts of the sides. "All or nearly all" is a matter of the release, so it never comes from here.
 * Whole numbers are compared, so that two thirds means two thirds.
 */
export function scalePhrase(counts: SideCounts): ScalePhrase {
  if (counts.n < FEWEST_POSITIONS) return "tooFew";
  return isDivided(counts) ? "divided" : undividedPhrase(counts);
}

/** A third or more on either side. */
export const isDivided = ({ favourable, opposed, n }: SideCounts): boolean =>
  3 * favourable >= n && 3 * opposed >= n;

/** The row as it would be if the ladder had no row `divided`; n is 10 or more. */
export function undividedPhrase({ favourable, opposed, n }: SideCounts): ScalePhrase {
  const inFavour = strengthOf(favourable, opposed, n);
  if (inFavour !== null) return `${inFavour}For`;
  const against = strengthOf(opposed, favourable, n);
  return against === null ? "noCommonView" : `${against}Against`;
}

/** How strongly one side stands against the other among n, or null where it has no majority. */
function strengthOf(side: number, other: number, n: number): Strength | null {
  if (5 * side >= 4 * n && 10 * other <= n) return "widely";
  if (10 * side >= 7 * n && 20 * other < 3 * n) return "largely";
  if (3 * side >= 2 * n) return "generally";
  return 2 * side > n ? "majority" : null;
}

/** How much a row claims: 0 is `noCommonView`, then from a majority upwards. Rows that claim no direction have none. */
export function claimOf(phrase: ScalePhrase): { direction: "For" | "Against"; strength: number } | null {
  for (const [strength, name] of STRENGTHS.entries())
    for (const direction of ["For", "Against"] as const)
      if (phrase === `${name}${direction}`) return { direction, strength };
  return null;
}
