import { NO_POSITION } from "@/domain/questionnaire/position";
import type { RankingAnswer, RankingItem } from "@/domain/questionnaire/ranking";
import type { Abstentions } from "./abstentions";
import { addInto, zeros } from "./counts";

/**
 * Everything about rankings that any measure needs, as sums. Options stand in the order of the item; options left
 * unranked count as tied at the bottom.
 */
export type RankingTally = Abstentions & {
  kind: "ranking";
  options: string[];
  /** Answers that take a position. */
  answered: number;
  /** `prefers[a][b]`: answers that place a above b. Ties count for neither. */
  prefers: number[][];
  /**
   * Answers that place every option, ties allowed; one option left out has the last place to itself. The two sums that
   * follow are over these alone.
   */
  complete: number;
  /** Twice the sum of mid-ranks per option (1 is first), so that it stays whole. */
  doubledRankSums: number[];
  /** Σ (t³ − t) over groups of t options that share a place: the tie term of Kendall's W. */
  tieTerms: number;
};

export function emptyRankingTally(item: RankingItem): RankingTally {
  const options = item.options.map(({ id }) => id);
  return {
    kind: "ranking",
    options,
    answered: 0,
    prefers: options.map(() => zeros(options.length)),
    complete: 0,
    doubledRankSums: zeros(options.length),
    tieTerms: 0,
    noPosition: 0,
    unanswered: 0,
  };
}

/** Counts one answer in (+1) or out (−1); `undefined` is "not answered". */
export function addRanking(tally: RankingTally, answer: RankingAnswer | undefined, sign: 1 | -1): void {
  if (answer === undefined) {
    tally.unanswered += sign;
    return;
  }
  if (answer.places === NO_POSITION) {
    tally.noPosition += sign;
    return;
  }
  tally.answered += sign;
  const place = placeOfEach(tally.options, answer.places);
  addPairs(tally, place, sign);
  const afterTheLast = answer.places.length;
  const leftOut = tally.options.filter((_, index) => place[index] === afterTheLast);
  if (leftOut.length <= 1) addComplete(tally, [...answer.places, leftOut], sign);
}

/** The place of each option, 0 the first; unranked options share the place after the last. */
function placeOfEach(options: readonly string[], places: readonly (readonly string[])[]): number[] {
  const place = new Array<number>(options.length).fill(places.length);
  for (let index = 0; index < places.length; index += 1)
    for (const id of places[index] ?? []) place[options.indexOf(id)] = index;
  return place;
}

function addPairs(tally: RankingTally, place: readonly number[], sign: 1 | -1): void {
  for (let a = 0; a < place.length; a += 1) {
    const own = place[a] ?? 0;
    const row = tally.prefers[a] ?? [];
    for (let b = 0; b < place.length; b += 1) if (own < (place[b] ?? 0)) row[b] = (row[b] ?? 0) + sign;
  }
}

function addComplete(tally: RankingTally, places: readonly (readonly string[])[], sign: 1 | -1): void {
  tally.complete += sign;
  let before = 0;
  for (const ids of places) {
    const doubledMidRank = 2 * before + ids.length + 1;
    for (const id of ids) {
      const index = tally.options.indexOf(id);
      tally.doubledRankSums[index] = (tally.doubledRankSums[index] ?? 0) + sign * doubledMidRank;
    }
    tally.tieTerms += sign * (ids.length ** 3 - ids.length);
    before += ids.length;
  }
}

/** Adds the sums of the second tally to the first. */
export function mergeRanking(into: RankingTally, from: RankingTally): void {
  for (const [a, row] of from.prefers.entries()) addInto(into.prefers[a] ?? [], row);
  addInto(into.doubledRankSums, from.doubledRankSums);
  into.answered += from.answered;
  into.complete += from.complete;
  into.tieTerms += from.tieTerms;
  into.noPosition += from.noPosition;
  into.unanswered += from.unanswered;
}
