import type { Evidence } from "@/domain/report/evidence";
import {
  type Arrangement,
  EMPTY_ARRANGEMENT,
  eachPlace,
  entriesOf,
  type SummaryEntry,
  type SummaryPlace,
} from "./arrangement";
import { barredFrom, defaultPlace, type SummaryBasis } from "./placing";

export type Arranged = {
  /** Holds every piece of evidence once. */
  readonly arrangement: Arrangement;
  /** Keys of what nobody has placed yet: it stands in its default place, after what was placed there. */
  readonly toPlace: readonly string[];
};

/**
 * What was arranged, brought up to what there is now. What is gone is left out; what is new, and what may no longer stand
 * where it was put since its words have changed, goes to its default place: nothing is lost silently.
 */
export function arranged(stored: Arrangement, basis: SummaryBasis): Arranged {
  const byKey = new Map(basis.evidence.map((one) => [one.key, one]));
  const placed = new Set<string>();
  const stands = (entry: SummaryEntry, place: SummaryPlace): boolean => {
    if (entry.kind === "text") return place !== "annex";
    const one = byKey.get(entry.key);
    if (one === undefined || placed.has(entry.key) || barredFrom(one, place, basis) !== null) return false;
    placed.add(entry.key);
    return true;
  };
  const kept = eachPlace((place) => stored[place].filter((entry) => stands(entry, place)));
  const fresh = basis.evidence.filter(({ key }, index) => isFresh(basis.evidence, placed, key, index));
  return {
    arrangement: eachPlace((place) => [
      ...kept[place],
      ...fresh
        .filter((one) => defaultPlace(one, basis) === place)
        .map(({ key }): SummaryEntry => ({ kind: "evidence", key })),
    ]),
    toPlace: fresh.map(({ key }) => key),
  };
}

const isFresh = (evidence: readonly Evidence[], placed: ReadonlySet<string>, key: string, index: number) =>
  !placed.has(key) && evidence.findIndex((one) => one.key === key) === index;

/** The arrangement before anybody has touched it: by the words in which each finding is said. */
export const draftArrangement = (basis: SummaryBasis): Arrangement =>
  arranged(EMPTY_ARRANGEMENT, basis).arrangement;

/** Whether two arrangements hold the same in the same order. */
export const arrangesTheSame = (one: Arrangement, other: Arrangement): boolean =>
  JSON.stringify(entriesOf(one)) === JSON.stringify(entriesOf(other));
