import type { ScalePhrase } from "@/domain/consensus/ladder/scale";
import { sidesOf } from "@/domain/disclosure/scale";
import type { Message } from "@/domain/findings/message";
import { sum } from "@/domain/tally/counts";
import { foundIn, scaleRound } from "./example-round";
import { say } from "./say";
import { sentenceOf, type Worked } from "./worked";

/** Counts from strongly opposed to strongly in support. */
export const SCALE_EXAMPLES: Readonly<Record<ScalePhrase, readonly number[]>> = {
  tooFew: [0, 0, 3, 3, 3],
  nearlyAllFor: [0, 1, 0, 20, 19],
  nearlyAllAgainst: [19, 20, 0, 1, 0],
  divided: [6, 10, 4, 12, 8],
  widelyFor: [0, 4, 3, 20, 13],
  widelyAgainst: [13, 20, 3, 4, 0],
  largelyFor: [0, 5, 6, 18, 11],
  largelyAgainst: [11, 18, 6, 5, 0],
  generallyFor: [3, 6, 4, 17, 10],
  generallyAgainst: [10, 17, 4, 6, 3],
  majorityFor: [4, 5, 9, 14, 8],
  majorityAgainst: [8, 14, 9, 5, 4],
  noCommonView: [5, 6, 11, 12, 6],
};

export function workedScale(counts: readonly number[]): Worked {
  const finding = foundIn(scaleRound(counts), "scale");
  return { row: finding.key, figures: sidesWords(counts), reads: sentenceOf(finding) };
}

/** "24 in support, 5 neither, 11 opposed (4 strongly), of 40". */
export function sidesWords(counts: readonly number[]): Message {
  const { for: inFavour, neither, against } = sidesOf(counts);
  const values = { for: inFavour, neither: neither ?? 0, against, strongly: counts[0] ?? 0, n: sum(counts) };
  return say("examples.scale", values);
}
