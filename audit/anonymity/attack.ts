import type { Chance } from "@/bin/simulation/chance";
import type { Ordering } from "./orderings";
import { aucNull, inOrder, normalBound, pairwiseAuc, poissonBound, spearman } from "./statistics";

/** What is held against one bound over all runs: matches, or standard deviations from what is expected. */
type Sum = { runs: number; found: number; expected: number };

/** A pair of orders and one way of comparing them, over all runs. */
export type Figure = {
  readonly pair: string;
  readonly measure: "matches" | "Spearman" | "AUC";
  readonly runs: number;
  /** Exact matches of all runs together; for the others, their sum in standard deviations over the root of the runs. */
  readonly found: number;
  readonly expected: number;
  readonly bound: number;
};

/** With fewer rows than this, correlations say little, and their distribution is not nearly normal. */
const FEWEST_FOR_CORRELATION = 10;

/** Rows matched to seats by place: both lists from the same end. */
function matchesByRank(seats: readonly number[], rows: readonly number[]): number {
  return rows.filter((row, place) => row === seats[place]).length;
}

/** Values from 0 to 1, the least to the greatest. */
function scaled(places: ReadonlyMap<number, number>): Map<number, number> {
  const values = [...places.values()];
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  return new Map([...places].map(([seat, value]) => [seat, span === 0 ? 0 : (value - least) / span]));
}

/** Rows matched each to the seat whose value lies nearest, both sides from 0 to 1; of several the first by chance. */
function matchesByNearest(seats: Ordering["places"], rows: Ordering["places"], chance: Chance): number {
  const sorted = chance.shuffled([...scaled(seats)]);
  let matches = 0;
  for (const [row, value] of scaled(rows)) {
    let [nearest, distance] = [-1, Number.POSITIVE_INFINITY];
    for (const [seat, other] of sorted)
      if (Math.abs(other - value) < distance) [nearest, distance] = [seat, Math.abs(other - value)];
    if (nearest === row) matches += 1;
  }
  return matches;
}

/**
 * An attacker who pairs orders of seats with orders of rows, run after run, and keeps what came of each pair. A row's
 * seat is the truth, which is looked at only to count how often he was right.
 */
export class Attacker {
  readonly #sums = new Map<string, Sum & { measure: Figure["measure"]; pair: string }>();

  #add(pair: string, measure: Figure["measure"], found: number, expected: number): void {
    const name = `${measure}: ${pair}`;
    const sum = this.#sums.get(name) ?? { pair, measure, runs: 0, found: 0, expected: 0 };
    this.#sums.set(name, {
      ...sum,
      runs: sum.runs + 1,
      found: sum.found + found,
      expected: sum.expected + expected,
    });
  }

  /** Pairs one order of the seats with one of the rows, both ways round. */
  pair(seats: Ordering, rows: Ordering, chance: Chance): void {
    const own = new Map([...rows.places].filter(([seat]) => seats.places.has(seat)));
    if (own.size < 3) return;
    const inSeats = inOrder(seats.places, chance);
    const inRows = inOrder(own, chance);
    const expected = inRows.length / inSeats.length;
    const pair = `${seats.name} × ${rows.name}`;
    const backwards = inRows.toReversed();
    this.#add(pair, "matches", matchesByRank(inSeats, inRows), expected);
    this.#add(`${pair}, reversed`, "matches", matchesByRank(inSeats, backwards), expected);
    if (inRows.length < inSeats.length) {
      const fromEnd = inSeats.toReversed();
      this.#add(`${pair}, the last`, "matches", matchesByRank(fromEnd, backwards), expected);
      this.#add(`${pair}, the last reversed`, "matches", matchesByRank(fromEnd, inRows), expected);
    }
    if (seats.isMeasure && rows.isMeasure)
      this.#add(`${pair}, nearest`, "matches", matchesByNearest(seats.places, own, chance), expected);
    this.#correlate(pair, seats.places, own);
  }

  #correlate(pair: string, seats: Ordering["places"], rows: Ordering["places"]): void {
    const n = rows.size;
    if (n < FEWEST_FOR_CORRELATION) return;
    const one = [...rows.keys()].map((seat) => seats.get(seat) ?? 0);
    const other = [...rows.values()];
    this.#add(pair, "Spearman", spearman(one, other) * Math.sqrt(n - 1), 0);
    const { mean, deviation } = aucNull(n);
    this.#add(pair, "AUC", (pairwiseAuc(one, other) - mean) / deviation, 0);
  }

  /**
   * What came of every pair, each with the bound that it may not reach: all together they are reached by chance with a
   * probability of at most `alpha`.
   */
  figures(alpha: number): Figure[] {
    const each = alpha / Math.max(1, this.#sums.size);
    const deviations = normalBound(each);
    const bounds = new Map<number, number>();
    return [...this.#sums.values()].map(({ pair, measure, runs, found, expected }) => {
      if (measure !== "matches")
        return { pair, measure, runs, found: found / Math.sqrt(runs), expected: 0, bound: deviations };
      const mean = Math.round(expected * 1_000) / 1_000;
      const bound = bounds.get(mean) ?? poissonBound(mean, each);
      bounds.set(mean, bound);
      return { pair, measure, runs, found, expected, bound };
    });
  }
}

/** Whether a figure reaches its bound. */
export const leaks = ({ found, bound }: Figure): boolean => Math.abs(found) >= bound;
