/**
 * `prefers[a][b]`: how many place option a above option b; ties count for neither. Options are told by their place in
 * the item; the diagonal is not read.
 */
export type PairwiseMatrix = readonly (readonly number[])[];

/** How many place the first above the second. */
export const above = (prefers: PairwiseMatrix, first: number, second: number): number =>
  prefers[first]?.[second] ?? 0;

/** Whether more place the first above the second than the other way round. */
export const beats = (prefers: PairwiseMatrix, first: number, second: number): boolean =>
  above(prefers, first, second) > above(prefers, second, first);

/** The places of all options, in the order of the item. */
export const optionsOf = (prefers: PairwiseMatrix): number[] => [...prefers.keys()];

/**
 * The Condorcet winner: the option that beats every other in pairs, or null where there is none.
 *
 * Source: Condorcet, Essai sur l’application de l’analyse à la probabilité des décisions (1785).
 */
export function condorcetWinner(prefers: PairwiseMatrix): number | null {
  const options = optionsOf(prefers);
  const winner = options.find((one) => options.every((other) => one === other || beats(prefers, one, other)));
  return winner ?? null;
}
