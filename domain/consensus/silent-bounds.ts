/**
 * What a share would lie between if all who were silent had answered: none of them in favour, or all. `favourable` is the
 * least and the greatest count that the release leaves possible, `n` those who took a position, `silent` those invited who
 * did not answer. From 0 to 1; null when nobody was silent, so that there is no uncertainty to state, or nobody invited.
 *
 * Source: worst-case bounds, C. F. Manski, Nonparametric bounds on treatment effects, American Economic Review 80 (1990)
 * 319–323.
 */
export function silentBounds(
  favourable: readonly [least: number, most: number],
  n: number,
  silent: number,
): readonly [low: number, high: number] | null {
  if (silent <= 0) return null;
  const [least, most] = favourable;
  return [least / (n + silent), (most + silent) / (n + silent)];
}
