import { createHash } from "node:crypto";

/** Repeatable chance: the same seed gives the same draws. Never for anything that must stay secret. */
export type Chance = {
  /** 0 or more, below 1. */
  readonly next: () => number;
  /** A whole number of 0 or more, below `end`. */
  readonly below: (end: number) => number;
  readonly happens: (probability: number) => boolean;
  /** About -1 to 1, mostly near 0: the mean of three even draws. */
  readonly deviation: () => number;
  /** One of a list that is not empty. */
  readonly oneOf: <Value>(list: readonly [Value, ...Value[]]) => Value;
  readonly shuffled: <Value>(list: readonly Value[]) => Value[];
};

/** Chance from a seed in words, by xoshiro128** (Blackman and Vigna, 2018) over its SHA-256. */
export function chanceOf(seed: string): Chance {
  const digest = createHash("sha256").update(seed).digest();
  let [a, b, c, d] = [
    digest.readUInt32LE(0),
    digest.readUInt32LE(4),
    digest.readUInt32LE(8),
    digest.readUInt32LE(12),
  ];
  const rotated = (value: number, by: number) => (value << by) | (value >>> (32 - by));
  const next = () => {
    const drawn = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return drawn / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    deviation: () => ((next() + next() + next()) / 3) * 2 - 1,
    oneOf: (list) => list[below(list.length)] ?? list[0],
    shuffled: (list) =>
      list
        .map((value) => ({ value, at: next() }))
        .sort((one, other) => one.at - other.at)
        .map(({ value }) => value),
  };
}
