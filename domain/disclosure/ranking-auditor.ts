import type { Range } from "./cell";
import type { Constraint } from "./integer-ranges";
import { isOpen } from "./range";
import { marksOf } from "./table";
import { isTripleSafe, type PairMarks, pairRanges, tripleConstraints, tripleRanges } from "./triple";

/** The counts of one pair of options (by place in the item): prefers the first, prefers the second, neither. */
export type PairCounts = {
  readonly first: number;
  readonly second: number;
  readonly counts: readonly number[];
};

/** Three pairs, by their place in the list: first and second, first and third, second and third of three options. */
type Triple = readonly [number, number, number];

/** Rules 2 and 3 for the pairs of a ranking among n answers (10 or more), audited together triple by triple. */
export function pairMarks(pairs: readonly PairCounts[], n: number): PairMarks[] {
  const audit: Audit = {
    pairs,
    n,
    constraints: tripleConstraints(n),
    tables: pairs.map(({ counts }) => tableOf(marksOf(counts), n)),
  };
  const triples = triplesOf(pairs);
  // A cell hidden for one triple may help or harm another, so all are looked at again until none needs more.
  const next = () => triples.find((triple) => needsMore(triple, audit)) ?? tripleThatTells(triples, audit);
  for (let triple = next(); triple !== undefined; triple = next()) hideOneMore(triple, audit);
  return audit.tables.map(({ marks }) => marks);
}

/** One pair's table as it stands in the course of the audit. */
type Table = { readonly marks: PairMarks; readonly ranges: readonly Range[] };

type Audit = {
  readonly pairs: readonly PairCounts[];
  readonly n: number;
  readonly constraints: readonly Constraint[];
  readonly tables: Table[];
};

const tableOf = (marks: PairMarks, n: number): Table => ({ marks, ranges: pairRanges(marks, n) });

/** The counts that what is shown leaves possible, per pair: prefers the first, prefers the second, neither. */
export function rankingRanges(
  pairs: readonly PairCounts[],
  marks: readonly PairMarks[],
  n: number,
): (readonly Range[])[] {
  const ranges = marks.map((table): readonly Range[] => pairRanges(table, n));
  const constraints = tripleConstraints(n);
  for (const triple of triplesOf(pairs)) narrowInPlace(ranges, triple, constraints);
  return ranges;
}

function narrowInPlace(
  ranges: (readonly Range[])[],
  triple: Triple,
  constraints: readonly Constraint[],
): void {
  const three = triple.flatMap((pair) => ranges[pair] ?? []);
  const narrower = tripleRanges(three, constraints);
  for (const [index, pair] of triple.entries()) ranges[pair] = narrower.slice(index * 3, index * 3 + 3);
}

/**
 * The first triple at which a hidden count is told by several triples one after another, though by none alone, and
 * which still has something to hide.
 */
function tripleThatTells(triples: readonly Triple[], { tables, constraints }: Audit): Triple | undefined {
  const ranges = tables.map((table) => table.ranges);
  return triples.find((triple) => {
    narrowInPlace(ranges, triple, constraints);
    const marks = triple.flatMap((pair) => tables[pair]?.marks ?? []);
    const narrower = triple.flatMap((pair) => ranges[pair] ?? []);
    const told = marks.some((mark, place) => typeof mark !== "number" && !isOpen(narrower[place] ?? [0, 0]));
    return told && marks.some((mark) => typeof mark === "number" && mark > 0);
  });
}

function triplesOf(pairs: readonly PairCounts[]): Triple[] {
  const placeOf = new Map(pairs.map(({ first, second }, index) => [`${first} ${second}`, index]));
  const at = (first: number, second: number) => placeOf.get(`${first} ${second}`) ?? -1;
  const size = Math.max(0, ...pairs.map(({ second }) => second + 1));
  const triples: Triple[] = [];
  for (let a = 0; a < size; a += 1)
    for (let b = a + 1; b < size; b += 1)
      for (let c = b + 1; c < size; c += 1) triples.push([at(a, b), at(a, c), at(b, c)]);
  return triples;
}

const needsMore = (triple: Triple, audit: Audit): boolean =>
  !nothingIsLeft(triple, audit) && !isSafe(triple, audit);

function isSafe(triple: Triple, { pairs, constraints, tables }: Audit): boolean {
  const marks = triple.flatMap((pair) => tables[pair]?.marks ?? []);
  const ranges = triple.flatMap((pair) => tables[pair]?.ranges ?? []);
  const counts = triple.flatMap((pair) => pairs[pair]?.counts ?? []);
  return isTripleSafe(marks, ranges, counts, constraints);
}

/** Hides the smallest shown count above 0 of these tables whose hiding suffices; failing that, the smallest; or all. */
function hideOneMore(triple: Triple, audit: Audit): void {
  const { tables, n } = audit;
  const candidates = triple
    .flatMap((pair) =>
      (tables[pair]?.marks ?? []).flatMap((mark, cell) =>
        typeof mark === "number" && mark > 0 ? [{ mark, pair, cell }] : [],
      ),
    )
    .sort((a, b) => a.mark - b.mark);
  const [smallest] = candidates;
  if (smallest === undefined) {
    for (const pair of triple) tables[pair] = tableOf(["notShown", "notShown", "notShown"], n);
    return;
  }
  const hide = ({ pair, cell }: typeof smallest) =>
    tables.with(pair, tableOf((tables[pair]?.marks ?? []).with(cell, "notShown"), n));
  const chosen =
    candidates.find((candidate) => isSafe(triple, { ...audit, tables: hide(candidate) })) ?? smallest;
  tables.splice(0, tables.length, ...hide(chosen));
}

const nothingIsLeft = (triple: Triple, { tables }: Audit): boolean =>
  triple.every((pair) => tables[pair]?.marks.every((mark) => mark === "notShown"));
