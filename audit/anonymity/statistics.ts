import gammainc from "@stdlib/math-base-special-gammainc";
import { type Chance, chanceOf } from "@/bin/simulation/chance";

/** P(X ≥ k) for X from a Poisson distribution with mean λ: the regularised lower incomplete gamma function P(k, λ). */
const poissonTail = (k: number, lambda: number): number => (k <= 0 ? 1 : gammainc(lambda, k));

/** The fewest matches that a Poisson distribution with mean λ reaches with a probability of at most `alpha`. */
export function poissonBound(lambda: number, alpha: number): number {
  let bound = Math.ceil(lambda);
  while (poissonTail(bound, lambda) > alpha) bound += 1;
  return bound;
}

/** P(|Z| ≥ z) for a standard normal Z, from the upper incomplete gamma function: Q(½, z²/2). */
const normalTails = (z: number): number => gammainc((z * z) / 2, 0.5, true, true);

/** The smallest |z| that a standard normal variable reaches with a probability of at most `alpha`, to a hundredth. */
export function normalBound(alpha: number): number {
  let bound = 0;
  while (normalTails(bound) > alpha) bound += 0.01;
  return bound;
}

/** Ranks from 1; equal values share the mean of their ranks. */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && order[end]?.value === order[start]?.value) end += 1;
    for (const { index } of order.slice(start, end)) ranks[index] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/** Spearman's rank correlation: Pearson's of the mid-ranks. 0 where one side does not vary. */
export function spearman(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [midRanks(one), midRanks(other)];
  const middle = (a.length + 1) / 2;
  const sum = (of: (index: number) => number) => a.reduce((total, _, index) => total + of(index), 0);
  const da = (index: number) => (a[index] ?? 0) - middle;
  const db = (index: number) => (b[index] ?? 0) - middle;
  const scale = Math.sqrt(sum((index) => da(index) ** 2) * sum((index) => db(index) ** 2));
  return scale === 0 ? 0 : sum((index) => da(index) * db(index)) / scale;
}

/**
 * Pairwise AUC: how often a seat's own row lies nearer to it in rank than another's, ties counting half. `one` and
 * `other` hold the places of the same seats on both sides.
 */
export function pairwiseAuc(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [midRanks(one), midRanks(other)];
  let nearer = 0;
  for (let seat = 0; seat < a.length; seat += 1) {
    const own = Math.abs((a[seat] ?? 0) - (b[seat] ?? 0));
    for (let row = 0; row < b.length; row += 1) {
      if (row === seat) continue;
      const others = Math.abs((a[seat] ?? 0) - (b[row] ?? 0));
      nearer += others > own ? 1 : others === own ? 0.5 : 0;
    }
  }
  return nearer / (a.length * (a.length - 1));
}

const nulls = new Map<number, { mean: number; deviation: number }>();

/** Mean and standard deviation of the pairwise AUC of n seats where the two orders have nothing to do with one another. */
export function aucNull(n: number): { mean: number; deviation: number } {
  const known = nulls.get(n);
  if (known !== undefined) return known;
  const chance = chanceOf(`null of the pairwise AUC of ${n}`);
  const order = Array.from({ length: n }, (_, index) => index);
  const drawn = Array.from({ length: 2_000 }, () => pairwiseAuc(order, chance.shuffled(order)));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (drawn.length - 1);
  const found = { mean, deviation: Math.sqrt(variance) };
  nulls.set(n, found);
  return found;
}

/** Names in the order of their values, equal values in an order drawn by chance. */
export function inOrder(values: ReadonlyMap<number, number>, chance: Chance): number[] {
  return chance
    .shuffled([...values])
    .sort(([, one], [, other]) => one - other)
    .map(([name]) => name);
}
