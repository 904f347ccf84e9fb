import type { Range } from "./cell";
import {
  everyFew,
  type FewOptions,
  isSafeAmong,
  type PairMarks,
  pairRanges,
  rangesAmong,
} from "./few-options";
import { isOpen } from "./range";
import { marksOf } from "./table";

/** The counts of one pair of options (by place in the item): prefers the first, prefers the second, neither. */
export type PairCounts = {
  readonly first: number;
  readonly second: number;
  readonly counts: readonly number[];
};

/** How the pairs are shown, and the counts that this leaves possible: prefers the first, prefers the second, neither. */
type Audited = { readonly marks: readonly PairMarks[]; readonly ranges: readonly (readonly Range[])[] };

/**
 * Rules 2 and 3 for the pairs of a ranking among n answers (10 or more): those of every three options are audited
 * together, then those of every four, then what all of these say one after another.
 */
export function auditedPairs(pairs: readonly PairCounts[], n: number): Audited {
  const tables = pairs.map(({ counts }) => tableOf(marksOf(counts), n));
  const audit: Audit = { pairs, n, tables, safe: new Map() };
  const few = fewOf(pairs, n);
  // A cell hidden for some options may help or harm others, so all are looked at again until none needs more.
  for (;;) {
    const ranges = tables.map((table) => table.ranges);
    const some = few.find((some) => needsMore(some, audit)) ?? fewThatTell(few, audit, ranges);
    if (some === undefined) return { marks: tables.map(({ marks }) => marks), ranges };
    hideOneMore(some, audit);
  }
}

/** One pair's table as it stands in the course of the audit. */
type Table = { readonly marks: PairMarks; readonly ranges: readonly Range[] };

type Audit = {
  readonly pairs: readonly PairCounts[];
  readonly n: number;
  readonly tables: Table[];
  /** The tables with which some options were found safe, so that they are not audited again for another's sake. */
  readonly safe: Map<FewOptions, readonly Table[]>;
};

const tableOf = (marks: PairMarks, n: number): Table => ({ marks, ranges: pairRanges(marks, n) });

/** Every three and every four of the options. */
function fewOf(pairs: readonly PairCounts[], n: number): FewOptions[] {
  const placeOf = new Map(pairs.map(({ first, second }, index) => [`${first} ${second}`, index]));
  const options = Math.max(0, ...pairs.map(({ second }) => second + 1));
  return everyFew(options, n, (first, second) => placeOf.get(`${first} ${second}`) ?? -1);
}

/** Narrows the ranges until nothing that some options say narrows them further; stops early where `stop` says so. */
function narrowThroughout(
  ranges: (readonly Range[])[],
  few: readonly FewOptions[],
  stop: (some: FewOptions) => boolean,
): FewOptions | undefined {
  /** The ranges with which some options had no more to say. */
  const heard = new Map<FewOptions, readonly (readonly Range[])[]>();
  const rangesOf = ({ pairs }: FewOptions) => pairs.map((pair) => ranges[pair] ?? []);
  const isHeard = (some: FewOptions) => {
    const before = heard.get(some);
    return before !== undefined && rangesOf(some).every((table, index) => table === before[index]);
  };
  for (let next = few; next.length > 0; next = few.filter((some) => !isHeard(some)))
    for (const some of next) {
      narrowInPlace(ranges, some);
      if (stop(some)) return some;
      heard.set(some, rangesOf(some));
    }
  return undefined;
}

/** Narrows the ranges by what some options' tables say about one another. */
function narrowInPlace(ranges: (readonly Range[])[], some: FewOptions): void {
  const before = some.pairs.flatMap((pair) => ranges[pair] ?? []);
  const after = rangesAmong(some, before);
  for (const [index, pair] of some.pairs.entries()) {
    const table = after.slice(index * 3, index * 3 + 3);
    const isNarrower = table.some(
      ([from, to], at) => from !== before[index * 3 + at]?.[0] || to !== before[index * 3 + at]?.[1],
    );
    if (isNarrower) ranges[pair] = table;
  }
}

/**
 * The first options at which a hidden count is told by several audits one after another, though by none alone, and
 * which still have something to hide; where none has, all options. Narrows the ranges on the way.
 */
function fewThatTell(
  few: readonly FewOptions[],
  { tables }: Audit,
  ranges: (readonly Range[])[],
): FewOptions | undefined {
  let isTold = false;
  const found = narrowThroughout(ranges, few, ({ pairs }) => {
    const tells = pairs.some((pair) =>
      tables[pair]?.marks.some(
        (mark, at) => typeof mark !== "number" && !isOpen(ranges[pair]?.[at] ?? [0, 0]),
      ),
    );
    isTold ||= tells;
    return (
      tells && pairs.some((pair) => tables[pair]?.marks.some((mark) => typeof mark === "number" && mark > 0))
    );
  });
  if (found !== undefined || !isTold) return found;
  return { pairs: tables.map((_, pair) => pair), totals: [], inequalities: [] };
}

function needsMore(some: FewOptions, audit: Audit): boolean {
  const tables = some.pairs.flatMap((pair) => audit.tables[pair] ?? []);
  if (audit.safe.get(some)?.every((table, index) => table === tables[index])) return false;
  const needs = !nothingIsLeft(some, audit) && !isSafe(some, audit);
  if (!needs) audit.safe.set(some, tables);
  return needs;
}

function isSafe(some: FewOptions, { pairs, tables }: Audit): boolean {
  const marks = some.pairs.flatMap((pair) => tables[pair]?.marks ?? []);
  const ranges = some.pairs.flatMap((pair) => tables[pair]?.ranges ?? []);
  const counts = some.pairs.flatMap((pair) => pairs[pair]?.counts ?? []);
  return isSafeAmong(some, marks, ranges, counts);
}

/** Hides the smallest shown count above 0 of these tables whose hiding suffices; failing that, the smallest; or all. */
function hideOneMore(some: FewOptions, audit: Audit): void {
  const { tables, n } = audit;
  const candidates = some.pairs
    .flatMap((pair) =>
      (tables[pair]?.marks ?? []).flatMap((mark, cell) =>
        typeof mark === "number" && mark > 0 ? [{ mark, pair, cell }] : [],
      ),
    )
    .sort((a, b) => a.mark - b.mark);
  const [smallest] = candidates;
  if (smallest === undefined) {
    for (const pair of some.pairs) tables[pair] = tableOf(["notShown", "notShown", "notShown"], n);
    return;
  }
  const hide = ({ pair, cell }: typeof smallest) =>
    tables.with(pair, tableOf((tables[pair]?.marks ?? []).with(cell, "notShown"), n));
  const chosen =
    candidates.find((candidate) => isSafe(some, { ...audit, tables: hide(candidate) })) ?? smallest;
  tables.splice(0, tables.length, ...hide(chosen));
}

const nothingIsLeft = ({ pairs }: FewOptions, { tables }: Audit): boolean =>
  pairs.every((pair) => tables[pair]?.marks.every((mark) => mark === "notShown"));
