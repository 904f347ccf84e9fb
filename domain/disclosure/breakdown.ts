import { sum } from "@/domain/tally/counts";
import { type Cell, cellOf, FEWEST_POSITIONS, type Mark, type Range, rangeOf, SMALLEST_SHOWN } from "./cell";
import type { CountedGroup, CountedStatement } from "./counted-groups";
import type { GroupTable, Withheld } from "./group";
import { areOpen, type Programme, rangesAmongSolutions, type Solver } from "./programme";
import { spoken } from "./range";
import { type ScaleTable, sideRow, sidesOfRow } from "./scale";
import { marksOf } from "./table";
import { placeOf, type Row, twoWayProgramme } from "./two-way";

type ShownTable = Exclude<ScaleTable, { kind: "tooFew" }>;

/** What may be shown of a statement's groups: two or more, or none. */
export type ShownGroups = { readonly groups?: readonly GroupTable[]; readonly withheld: Withheld };

/** Fewer groups than this are not shown: one alone would leave only what all others are together. */
const FEWEST_SHOWN = 2;

/**
 * Rule 5 for one statement. Groups of 10 positions or more are shown; as long as a hidden count could be worked out, the
 * smallest of them is withheld, of several the first.
 */
export function shownGroups({ groups, others, sides, table }: CountedStatement, solver: Solver): ShownGroups {
  const enough = groups.filter(({ n }) => n >= FEWEST_POSITIONS);
  if (table.kind === "tooFew" || enough.length < FEWEST_SHOWN)
    return { withheld: { kind: "all", reason: "tooFew" } };
  let shown = enough;
  while (shown.length >= FEWEST_SHOWN) {
    const audited = { shown, hidden: groups.filter((group) => !shown.includes(group)), others, sides, table };
    if (isSafe(audited, solver) && isSafeTogether(audited, solver)) return released(audited, solver);
    const smallest = Math.min(...shown.map(({ n }) => n));
    const withheld = shown.findIndex(({ n }) => n === smallest);
    shown = shown.toSpliced(withheld, 1);
  }
  return { withheld: { kind: "all", reason: "wouldDisclose" } };
}

type Audited = {
  readonly shown: readonly CountedGroup[];
  readonly hidden: readonly CountedGroup[];
  readonly others: number;
  readonly sides: readonly number[];
  readonly table: ShownTable;
};

const isTooSmall = ({ n }: CountedGroup): boolean => n < FEWEST_POSITIONS;

/**
 * What a reader knows of the two-way table: the rows of the groups shown, of the groups withheld, and of whoever names no
 * group; and the totals. Somebody who was told how many named each group knows besides that no row holds more.
 */
function knownTo(reader: "anybody" | "whoKnowsGroups", { shown, hidden, others, table }: Audited): Programme {
  const totals = sideRow(table.sides).map(rangeOf);
  const smallest = Math.min(...shown.map(({ n }) => n));
  const unseen = ([least, most]: Range, responses: number): Row => {
    const greatest = Math.min(most, reader === "anybody" ? most : responses);
    return { cells: totals.map((): Range => [0, greatest]), total: [least, greatest] };
  };
  // Why a group is withheld says between which bounds its positions are.
  const rows = [
    ...shown.map(({ sides, n }): Row => ({ cells: spoken(marksOf(sides), n), total: [n, n] })),
    ...hidden.map((group) => {
      const bounds: Range = isTooSmall(group) ? [0, FEWEST_POSITIONS - 1] : [FEWEST_POSITIONS, smallest];
      return unseen(bounds, group.responses);
    }),
    unseen([0, table.n], others),
  ];
  return twoWayProgramme(rows, totals, table.n);
}

/** Whether every hidden count keeps two values or more, whoever reads. */
function isSafe(audited: Audited, solver: Solver): boolean {
  const { shown, hidden, others, table } = audited;
  const totals = sideRow(table.sides);
  // A column that is shown to be nought hides nothing.
  const rowIf = (matters: boolean) => totals.map((cell) => matters && !isNought(cell));
  const ofSomebody = [
    ...shown.map(({ sides }) => marksOf(sides).map(isHidden)),
    ...hidden.map(({ responses }) => rowIf(responses > 0)),
    rowIf(others > 0),
    totals.map(({ kind }) => kind !== "count"),
  ];
  // A group that nobody names hides nobody, except from those who cannot know that nobody names it.
  const ofNobody = [
    ...shown.map(() => rowIf(false)),
    ...hidden.map(({ responses }) => rowIf(responses === 0)),
  ];
  return (
    areOpen(knownTo("whoKnowsGroups", audited), placesWhere(ofSomebody), solver) &&
    areOpen(knownTo("anybody", audited), placesWhere(ofNobody), solver)
  );
}

/**
 * Whether those whom no shown group holds are safe as one row, which a reader may find by subtraction: no one or two of
 * them are told, and no two participants find out what all others of them answered.
 */
function isSafeTogether(audited: Audited, solver: Solver): boolean {
  const { shown, sides } = audited;
  const left = sides.map((count, column) => count - sum(shown.map((group) => group.sides[column] ?? 0)));
  const n = sum(left);
  const programme = knownTo("anybody", { ...audited, hidden: [], others: n });
  const few = left.map((count) => count > 0 && count < SMALLEST_SHOWN);
  const places = placesWhere([...shown.map((group) => group.sides.map(() => false)), few]);
  return (
    areOpen(programme, places, solver) &&
    left.every(
      (count, column) => count === 0 || n - count > 2 || isInDoubt(audited, programme, left, column, solver),
    )
  );
}

/**
 * Whether the two who know most hold it possible that of those left over, themselves apart, not all are on one side: they
 * know all who are not, and where these are fewer than two, a hidden count of a shown group from within.
 */
function isInDoubt(
  { shown }: Audited,
  { ranges, constraints }: Programme,
  left: readonly number[],
  column: number,
  solver: Solver,
): boolean {
  const placeLeft = (side: number) => placeOf(shown.length, side, left.length);
  const outside = left.map((count, side) => (side === column ? 0 : count));
  const within = shown.flatMap(({ sides }, row) =>
    marksOf(sides).flatMap((mark, side) =>
      isHidden(mark) ? [{ place: placeOf(row, side, left.length), count: sides[side] ?? 0 }] : [],
    ),
  );
  const known = outside.map((count, side): readonly [number, number] => [placeLeft(side), count]);
  const others = combinations(within, 2 - sum(outside));
  return others.every((seen) => {
    const least = new Map([...known, ...seen]);
    const narrower = ranges.map(([from, to], place): Range => [Math.max(from, least.get(place) ?? 0), to]);
    const place = placeLeft(column);
    return solver({ ranges: narrower, constraints }, (extreme) => {
      return (extreme(place, "least")[place] ?? 0) < (left[column] ?? 0);
    });
  });
}

/** What so many insiders may see of these counts: which they stand in, and how many of them, as far as it is true. */
function combinations(
  counts: readonly { readonly place: number; readonly count: number }[],
  insiders: number,
): (readonly (readonly [place: number, least: number])[])[] {
  if (insiders === 0) return [[]];
  const one = counts.filter(({ count }) => count >= 1).map(({ place }) => [place, 1] as const);
  if (insiders === 1 || one.length === 0) return [[], ...one.map((seen) => [seen])];
  const both = counts.filter(({ count }) => count >= 2).map(({ place }) => [[place, 2] as const]);
  const two = one.flatMap((first, index) => one.slice(index + 1).map((second) => [first, second]));
  return [...one.map((seen) => [seen]), ...both, ...two];
}

const isHidden = (mark: Mark): boolean => typeof mark !== "number";
const isNought = (cell: Cell): boolean => cell.kind === "count" && cell.count === 0;

const placesWhere = (rows: readonly (readonly boolean[])[]): number[] =>
  rows.flatMap((cells, row) =>
    cells.flatMap((holds, column) => (holds ? [placeOf(row, column, cells.length)] : [])),
  );

function released(audited: Audited, solver: Solver): ShownGroups {
  const { shown, hidden } = audited;
  const marks = shown.map(({ sides }) => marksOf(sides));
  const places = placesWhere(marks.map((row) => row.map(isHidden)));
  const ranges = rangesAmongSolutions(knownTo("anybody", audited), places, solver);
  const groups = shown.map(({ groupId, name, n }, row): GroupTable => {
    const cells = (marks[row] ?? []).map((mark, column, { length }) =>
      cellOf(mark, ranges[places.indexOf(placeOf(row, column, length))] ?? [0, n]),
    );
    return { groupId, name, n, sides: sidesOfRow(cells) };
  });
  const withheld = hidden.map((group) => ({
    groupId: group.groupId,
    name: group.name,
    reason: isTooSmall(group) ? ("tooFew" as const) : ("wouldDisclose" as const),
  }));
  return { groups, withheld: { kind: "groups", groups: withheld } };
}
