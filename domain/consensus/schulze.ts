import { above, beats, optionsOf, type PairwiseMatrix } from "./pairwise";

/**
 * The strength of the strongest path from each option to each other. A link counts how many place its first option above
 * its second, if that is more than the other way round ("winning votes"), else 0; a path is as strong as its weakest link.
 *
 * Source: M. Schulze, The Schulze method of voting, arXiv:1804.02973, section 2.3 (Floyd and Warshall's algorithm).
 */
export function strongestPaths(prefers: PairwiseMatrix): number[][] {
  return widestPaths(optionsOf(prefers), (one, other) =>
    beats(prefers, one, other) ? above(prefers, one, other) : 0,
  );
}

/** The strength of the strongest path between any two options, given the strength of each link. */
export function widestPaths(
  options: readonly number[],
  link: (one: number, other: number) => number,
): number[][] {
  const paths = options.map((one) => options.map((other) => (one === other ? 0 : link(one, other))));
  const strength = (from: number, to: number) => paths[from]?.[to] ?? 0;
  for (const via of options)
    for (const [from, row] of paths.entries()) {
      if (from === via) continue;
      for (const to of options)
        if (to !== from && to !== via)
          row[to] = Math.max(strength(from, to), Math.min(strength(from, via), strength(via, to)));
    }
  return paths;
}

/**
 * Schulze's order as places from the first, each holding the options that share it: those that no remaining option beats
 * by a stronger path. Ties are kept.
 */
export function schulzeOrder(prefers: PairwiseMatrix): number[][] {
  const paths = strongestPaths(prefers);
  return placesBy(
    optionsOf(prefers),
    (one, other) => (paths[one]?.[other] ?? 0) > (paths[other]?.[one] ?? 0),
  );
}

/** Places from the first: again and again the options that none of those left is over. */
export function placesBy(
  options: readonly number[],
  isOver: (one: number, other: number) => boolean,
): number[][] {
  const places: number[][] = [];
  let left = [...options];
  while (left.length > 0) {
    const first = left.filter((one) => !left.some((other) => isOver(other, one)));
    // A relation with a circle has no first; whoever stands in it shares a place.
    const place = first.length > 0 ? first : left;
    places.push(place);
    left = left.filter((one) => !place.includes(one));
  }
  return places;
}
