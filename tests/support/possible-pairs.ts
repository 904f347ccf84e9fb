import { rangeOf } from "@/domain/disclosure/cell";
import type { RankingTable } from "@/domain/disclosure/ranking";

/** Most matrices that are worth trying one by one. */
const MOST_TRIED = 1_500;

/**
 * Every matrix of pairs that the cells allow, found by trying and not by the product's code; null where they are too
 * many.
 */
export function possibleMatrices(
  { n, pairs }: Extract<RankingTable, { kind: "pairs" }>,
  ids: readonly string[],
): number[][][] | null {
  const choices = pairs.map(({ first, second, prefersFirst, prefersSecond, neither }) => {
    const found: { one: number; other: number; a: number; b: number }[] = [];
    const [one, other] = [ids.indexOf(first), ids.indexOf(second)];
    for (let a = rangeOf(prefersFirst)[0]; a <= rangeOf(prefersFirst)[1]; a += 1)
      for (let b = rangeOf(prefersSecond)[0]; b <= rangeOf(prefersSecond)[1]; b += 1)
        if (n - a - b >= rangeOf(neither)[0] && n - a - b <= rangeOf(neither)[1])
          found.push({ one, other, a, b });
    return found;
  });
  if (choices.reduce((product, { length }) => product * length, 1) > MOST_TRIED) return null;
  const blank = ids.map(() => ids.map(() => 0));
  return choices.reduce<number[][][]>(
    (matrices, ofPair) =>
      matrices.flatMap((matrix) =>
        ofPair.map(({ one, other, a, b }) =>
          matrix.map((row, at) => (at === one ? row.with(other, a) : at === other ? row.with(one, b) : row)),
        ),
      ),
    [blank],
  );
}
