import { placesBy, widestPaths } from "@/domain/consensus/schulze";
import { isStronglyConnected, leadingSet } from "@/domain/consensus/smith-set";
import { type Cell, type Range, rangeOf } from "@/domain/disclosure/cell";
import type { RankingTable } from "@/domain/disclosure/ranking";
import type { Released } from "@/domain/disclosure/release";

/** Two options of a ranking as the release shows them, seen from the first: who places it above, below, neither. */
type PairView = { readonly above: Range; readonly below: Range; readonly neither: Range };

/** The pairs of a ranking as far as they are shown, options told by their place in the item. */
export type PairBounds = {
  readonly options: readonly number[];
  readonly n: number;
  readonly view: (one: number, other: number) => PairView;
};

const rangesOf = (above: Cell, below: Cell, neither: Cell): PairView => ({
  above: rangeOf(above),
  below: rangeOf(below),
  neither: rangeOf(neither),
});

/** The pairs of a released ranking of these options. */
export function pairBounds(
  { n, pairs }: Extract<Released<RankingTable>, { kind: "pairs" }>,
  optionIds: readonly string[],
): PairBounds {
  const views = new Map(
    pairs.flatMap(({ first, second, prefersFirst, prefersSecond, neither }) => [
      [`${first} ${second}`, rangesOf(prefersFirst, prefersSecond, neither)] as const,
      [`${second} ${first}`, rangesOf(prefersSecond, prefersFirst, neither)] as const,
    ]),
  );
  const unknown: PairView = { above: [0, n], below: [0, n], neither: [0, n] };
  return {
    options: [...optionIds.keys()],
    n,
    view: (one, other) => views.get(`${optionIds[one]} ${optionIds[other]}`) ?? unknown,
  };
}

/** By how many more answers the first may stand above the second than below: the least and the greatest. */
export function leadOf({ n, view }: PairBounds, one: number, other: number): Range {
  const { above, below, neither } = view(one, other);
  return [-greatestLead(n, below, above, neither), greatestLead(n, above, below, neither)];
}

/** As many above as can be, and then as few below as the total allows. */
function greatestLead(n: number, above: Range, below: Range, neither: Range): number {
  const least = Math.max(below[0], n - above[1] - neither[1]);
  return Math.min(above[1], n - least - neither[0]) - least;
}

/** Whether in some table that the release leaves possible more place the first above the second than below. */
const mayBeat = (bounds: PairBounds, one: number, other: number): boolean =>
  leadOf(bounds, one, other)[1] > 0;

/** Whether in every such table they do. */
const surelyBeats = (bounds: PairBounds, one: number, other: number): boolean =>
  leadOf(bounds, one, other)[0] > 0;

/**
 * The Smith set where it is the same in every table that the release leaves possible, pair by pair, else null.
 *
 * Any table's Smith set lies within the options that nobody surely beats, chains included. It is all of them in every
 * table exactly if they hang together by the pairs in which one is surely not beaten: a pair that may go either way adds
 * nothing to reach whichever way it goes, if both ways make all hang together.
 */
export function surelyLeading(bounds: PairBounds): readonly number[] | null {
  const leading = leadingSet(bounds.options, (one, other) => !surelyBeats(bounds, other, one));
  return isStronglyConnected(leading, (one, other) => !mayBeat(bounds, other, one)) ? leading : null;
}

/**
 * Schulze's order as places, each with the options that share it, where what is hidden cannot change it; else null. The
 * strengths of paths are held between what they are if every link is as weak, and as strong, as it may be.
 */
export function surelyOrdered(bounds: PairBounds): number[][] | null {
  const { options, view } = bounds;
  const weakest = widestPaths(options, (one, other) =>
    surelyBeats(bounds, one, other) ? view(one, other).above[0] : 0,
  );
  const strongest = widestPaths(options, (one, other) =>
    mayBeat(bounds, one, other) ? view(one, other).above[1] : 0,
  );
  const at = (paths: readonly (readonly number[])[], one: number, other: number) => paths[one]?.[other] ?? 0;
  const isOver = (one: number, other: number) => at(weakest, one, other) > at(strongest, other, one);
  const isLevel = (one: number, other: number) =>
    at(weakest, one, other) === at(strongest, other, one) &&
    at(weakest, other, one) === at(strongest, one, other);
  const told = options.every((one) =>
    options.every(
      (other) => one === other || isOver(one, other) || isOver(other, one) || isLevel(one, other),
    ),
  );
  return told ? placesBy(options, isOver) : null;
}

/** `prefers[a][b]` where every count of every pair is shown, else null. */
export function shownMatrix({ options, view }: PairBounds): number[][] | null {
  const shown = options.every((one) =>
    options.every((other) => one === other || view(one, other).above[0] === view(one, other).above[1]),
  );
  if (!shown) return null;
  return options.map((one) => options.map((other) => (one === other ? 0 : view(one, other).above[0])));
}
