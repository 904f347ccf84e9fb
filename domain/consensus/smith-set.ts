import { beats, optionsOf, type PairwiseMatrix } from "./pairwise";

/**
 * The Smith set: the fewest options of which each beats every option outside, in the order of the item. Empty only where
 * there are no options.
 *
 * Source: J. H. Smith, Aggregation of preferences with variable electorate, Econometrica 41 (1973) 1027–1041.
 */
export function smithSet(prefers: PairwiseMatrix): number[] {
  return leadingSet(optionsOf(prefers), (one, other) => !beats(prefers, other, one));
}

/**
 * The fewest options that nobody outside holds against any of them, given what it is to hold against another. Whoever
 * reaches all others along that relation leads.
 */
export function leadingSet(
  options: readonly number[],
  holds: (one: number, other: number) => boolean,
): number[] {
  const reaches = reachability(options, holds);
  return options.filter((one) => options.every((other) => one === other || reaches(one, other)));
}

/** Whether each of these options reaches every other along the relation. */
export function isStronglyConnected(
  options: readonly number[],
  holds: (one: number, other: number) => boolean,
): boolean {
  return leadingSet(options, holds).length === options.length;
}

/** Which options a chain of the relation leads to from each (Warshall, Journal of the ACM 9 (1962) 11–12). */
function reachability(
  options: readonly number[],
  holds: (one: number, other: number) => boolean,
): (from: number, to: number) => boolean {
  const reached = new Map(
    options.map((one) => [one, new Set(options.filter((other) => one !== other && holds(one, other)))]),
  );
  for (const via of options)
    for (const from of options)
      if (reached.get(from)?.has(via)) for (const to of reached.get(via) ?? []) reached.get(from)?.add(to);
  return (from, to) => reached.get(from)?.has(to) ?? false;
}
