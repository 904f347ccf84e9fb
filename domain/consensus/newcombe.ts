import { type Proportion, wilson } from "./wilson";

/**
 * Newcombe's 95 % interval for the difference of two independent proportions, first minus second, within −1 and 1:
 * square-and-add of the two Wilson intervals (Statistics in Medicine 17 (1998) 873–890, method 10). Null when either
 * n is 0.
 */
export function newcombeDifference(
  first: Proportion,
  second: Proportion,
): readonly [low: number, high: number] | null {
  const [one, other] = [wilson(first), wilson(second)];
  if (one === null || other === null) return null;
  const [p, q] = [first.x / first.n, second.x / second.n];
  return [p - q - Math.hypot(p - one[0], other[1] - q), p - q + Math.hypot(one[1] - p, q - other[0])];
}
