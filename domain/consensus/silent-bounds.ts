/** Counts: at least and at most so many in favour, of so many. */
export type SilentBounds = { readonly least: number; readonly most: number; readonly of: number };

/**
 * Between what a count in favour would lie if all who were silent had answered: none of them in favour, or all.
 * `favourable` is the least and the greatest count that the release leaves possible, `n` those who took a position,
 * `silent` those invited who did not answer. Null when nobody was silent, so that there is no uncertainty to state.
 *
 * Source: worst-case bounds, C. F. Manski, Nonparametric bounds on treatment effects, American Economic Review 80 (1990)
 * 319–323.
 */
export function silentBounds(
  favourable: readonly [least: number, most: number],
  n: number,
  silent: number,
): SilentBounds | null {
  if (silent <= 0) return null;
  const [least, most] = favourable;
  return { least, most: most + silent, of: n + silent };
}
