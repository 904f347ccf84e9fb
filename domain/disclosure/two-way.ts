import type { Range } from "./cell";
import type { Constraint } from "./integer-ranges";
import type { Programme } from "./programme";

/** What is known of one row: each of its counts, and how many it holds. */
export type Row = { readonly cells: readonly Range[]; readonly total: Range };

/** The place of a count among the numbers of a two-way table of so many columns. */
export const placeOf = (row: number, column: number, columns: number): number => row * columns + column;

/**
 * Everything that is known of a two-way table: its rows, what each column adds up to, and that these add up to n. Its
 * numbers stand row by row; the totals of the columns are one more row.
 */
export function twoWayProgramme(rows: readonly Row[], totals: readonly Range[], n: number): Programme {
  const columns = totals.length;
  const inRow = (row: number) => totals.map((_, column) => placeOf(row, column, columns));
  const ofRows = rows.flatMap(({ total }, row) => addsUp(inRow(row), total));
  const ofColumns = totals.flatMap((_, column) => {
    const places = rows.map((_, row) => placeOf(row, column, columns));
    return equals(places, placeOf(rows.length, column, columns));
  });
  return {
    ranges: [...rows.flatMap(({ cells }) => cells), ...totals],
    constraints: [...ofRows, ...ofColumns, ...addsUp(inRow(rows.length), [n, n])],
  };
}

function addsUp(places: readonly number[], [least, most]: Range): Constraint[] {
  return [
    { places, signs: places.map(() => 1), atLeast: least },
    { places, signs: places.map(() => -1), atLeast: -most },
  ];
}

function equals(places: readonly number[], total: number): Constraint[] {
  return ([1, -1] as const).map((sign) => ({
    places: [...places, total],
    signs: [...places.map(() => sign), sign === 1 ? -1 : 1],
    atLeast: 0,
  }));
}
