import type { GroupTable } from "@/domain/disclosure/group";
import type { ReleasedStatement } from "@/domain/disclosure/release";
import type { Answers } from "@/domain/questionnaire/shapes/questionnaire";
import type { ScaleItem } from "@/domain/questionnaire/shapes/scale";
import { rowsWithin } from "./labels";
import { categoryOf, sideCells, sideOf } from "./scale";
import {
  isCounts,
  printed,
  type Subject,
  spansOf,
  type Table,
  type Vote,
  withoutKnown,
  writtenOut,
} from "./subject";

/** The group that somebody names; null for none. */
function groupOf({ breakdown }: Answers): string | null {
  return breakdown?.kind === "group" ? breakdown.groupId : null;
}

/**
 * What can be read of a statement's groups: the groups shown, the statement as a whole, and what these leave over, which
 * are the groups withheld and those who named none. The size of none of these is known, only what they come to together.
 */
export function breakdownSubjects(statement: ReleasedStatement, item: ScaleItem): Subject[] {
  const { statementId, table, groups = [] } = statement;
  if (table.kind === "tooFew" || groups.length === 0) return [];
  const name = `${item.id} ${statementId}`;
  const whole = printed(name, table.n, sideCells(table.sides));
  const rows = groups.map((group) => printed(`${name} in ${group.groupId}`, group.n, sideCells(group.sides)));
  const tables = [...rows, theRest(name, whole, rows), whole];
  return [
    writtenOut(
      tables,
      (answers) => voteIn(groups, groupOf(answers), sideIn(answers, item, statementId)),
      (known) => rowsLeft(rows, whole, known),
    ),
  ];
}

const theRest = (name: string, whole: Table, rows: readonly Table[]): Table => ({
  name: `${name} in none of the groups shown`,
  n: whole.n - rows.reduce((total, { n }) => total + n, 0),
  size: whole.size,
  cells: null,
});

function sideIn(answers: Answers, item: ScaleItem, statementId: string): number | null {
  const category = categoryOf(answers, item, statementId);
  return category === null ? null : sideOf(category, item.categories.length);
}

/** A side counts in its own group, or in what is left over, and in the whole. */
function voteIn(groups: readonly GroupTable[], group: string | null, side: number | null): Vote {
  const shown = groups.findIndex(({ groupId }) => groupId === group);
  const rest = shown < 0 ? side : null;
  return [...groups.map((_, index) => (index === shown ? side : null)), rest, side];
}

type Row = readonly number[];

/** For each group, for what is left over and for the whole, the rows that occur in some set of tables that fit together. */
function rowsLeft(groups: readonly Table[], whole: Table, known: readonly Vote[]): Row[][] {
  const ofTable = (table: Table, place: number) =>
    rowsWithin(spansOf(table), table.n, table.n)
      .map((row) =>
        withoutKnown(
          row,
          known.map((vote) => vote[place] ?? null),
        ),
      )
      .filter(isCounts);
  const ofGroups = groups.map(ofTable);
  const ofWhole = ofTable(whole, groups.length + 1);
  const together = sumsOf(ofGroups, whole.size);
  const rest = lessEach(ofWhole, together);
  const fits = ofGroups.map((rows, place) => {
    const room = lessEach(ofWhole, sumsOf(ofGroups.toSpliced(place, 1), whole.size));
    return rows.filter((row) => room.some((most) => isWithin(row, most)));
  });
  return [...fits, rest, ofWhole.filter((row) => together.some((sum) => isWithin(sum, row)))];
}

/** Every sum of one row of each list. */
const sumsOf = (lists: readonly Row[][], size: number): Row[] =>
  lists.reduce<Row[]>(
    (sums, rows) =>
      distinct(sums.flatMap((sum) => rows.map((row) => sum.map((count, at) => count + (row[at] ?? 0))))),
    [new Array<number>(size).fill(0)],
  );

/** Every difference that leaves counts. */
const lessEach = (rows: readonly Row[], taken: readonly Row[]): Row[] =>
  distinct(
    rows
      .flatMap((row) => taken.map((less) => row.map((count, at) => count - (less[at] ?? 0))))
      .filter(isCounts),
  );

const isWithin = (row: Row, most: Row): boolean => row.every((count, at) => count <= (most[at] ?? 0));

const distinct = (rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [String(row), row])).values(),
];
