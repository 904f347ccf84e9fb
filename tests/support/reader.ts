import type { Cell } from "@/domain/disclosure/cell";

/**
 * A reader who knows the rules and sees one table: written apart from the product's code, so that it can contradict it.
 */
export function couldBe(counts: readonly number[], cells: readonly Cell[], n: number): boolean {
  const nothingShown = cells.every(({ kind }) => kind === "notShown");
  const nearlyAll = cells.some(({ kind }) => kind === "allOrNearlyAll");
  return cells.every((cell, index) => {
    const count = counts[index] ?? -1;
    if (cell.kind === "count") return count === cell.count;
    if (cell.kind === "oneOrTwo") return count === 1 || count === 2;
    if (cell.kind === "allOrNearlyAll") return count >= n - 2;
    if (nothingShown) return true;
    return nearlyAll ? count <= 2 : count >= 3 && count < n - 2;
  });
}

/** Every table of `size` counts that add up to n. */
export function allTables(size: number, n: number): number[][] {
  if (size === 1) return [[n]];
  return Array.from({ length: n + 1 }, (_, first) =>
    allTables(size - 1, n - first).map((rest) => [first, ...rest]),
  ).flat();
}

/** For each cell, the values that it takes in these tables. */
export function valuesByCell(tables: readonly (readonly number[])[], size: number): Set<number>[] {
  return Array.from({ length: size }, (_, index) => new Set(tables.map((counts) => counts[index] ?? -1)));
}

/** Every sum of `n` of these vectors, found by adding one at a time. */
export function sumsOf(vectors: readonly (readonly number[])[], n: number): number[][] {
  const width = vectors[0]?.length ?? 0;
  const base = n + 1;
  const code = (vector: readonly number[]) => vector.reduce((total, value) => total * base + value, 0);
  let sums = new Set([0]);
  for (let step = 0; step < n; step += 1)
    sums = new Set([...sums].flatMap((found) => vectors.map((vector) => found + code(vector))));
  const decode = (found: number) =>
    Array.from({ length: width }, (_, index) => Math.floor(found / base ** (width - 1 - index)) % base);
  return [...sums].map(decode);
}
