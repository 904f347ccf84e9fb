/** A row of noughts. */
export const zeros = (length: number): number[] => new Array<number>(length).fill(0);

/** Adds the second row of counts to the first, place by place. */
export function addInto(into: number[], from: readonly number[]): void {
  if (into.length !== from.length) throw new Error("tallies of different items: rows of unequal length");
  for (const [index, count] of from.entries()) into[index] = (into[index] ?? 0) + count;
}

/** The sum of a row of counts. */
export const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
