/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/** x of n. */
export type Proportion = { readonly x: number; readonly n: number };

/**
 * Wilson's 95 % score interval for a proportion, within 0 and 1, without continuity correction (Wilson 1927; Newcombe,
 * Statistics in Medicine 17 (1998) 857–872, method 3). Null when n is 0.
 */
export function wilson({ x, n }: Proportion): readonly [low: number, high: number] | null {
  if (n === 0) return null;
  const centre = 2 * x + Z * Z;
  const spread = Z * Math.sqrt(Z * Z + (4 * x * (n - x)) / n);
  const scale = 2 * (n + Z * Z);
  // The bounds are exactly 0 and 1 at the ends, where subtraction would leave a rounding error.
  return [x === 0 ? 0 : (centre - spread) / scale, x === n ? 1 : (centre + spread) / scale];
}
