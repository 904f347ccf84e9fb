import type { Cell } from "@/domain/disclosure/cell";
import type { Answers } from "@/domain/questionnaire/shapes/questionnaire";
import { type Span, saidBy } from "./labels";

/** Where somebody's answer falls in each table of a subject: the place of the cell, or null where it is in none. */
export type Vote = readonly (number | null)[];

/** Counts that add up to n, as printed; without cells where the table is only what the others leave over. */
export type Table = {
  readonly name: string;
  readonly n: number;
  readonly size: number;
  readonly cells: readonly Cell[] | null;
};

/** Tables that are read together, since the same answers stand behind them. */
export type Subject = {
  readonly tables: readonly Table[];
  /** Whether the tables are the pairs of a ranking. */
  readonly ofPairs: boolean;
  readonly voteOf: (answers: Answers) => Vote;
  /**
   * Whether a round that would be printed in these words has, apart from the answers known, a count within the span in
   * this cell.
   */
  readonly allows: (known: readonly Vote[], table: number, cell: number, span: Span) => boolean;
  /** Whether what somebody answered in a table follows from tables that say "all or nearly all": they tell it too. */
  readonly follows: (table: number) => boolean;
};

/** Per table, every row of counts that answers yet unknown can have. */
type Rows = readonly (readonly (readonly number[])[])[];

/** A subject small enough that every round is written out: `rowsLeft` lists what the known answers leave. */
export function writtenOut(
  tables: readonly Table[],
  voteOf: Subject["voteOf"],
  rowsLeft: (known: readonly Vote[]) => Rows,
): Subject {
  const found = new Map<string, Rows>();
  return {
    tables,
    ofPairs: false,
    voteOf,
    follows: () => false,
    allows: (known, table, cell, [from, to]) => {
      const key = JSON.stringify(known);
      const rows = found.get(key) ?? rowsLeft(known);
      found.set(key, rows);
      return (rows[table] ?? []).some((row) => (row[cell] ?? -1) >= from && (row[cell] ?? -1) <= to);
    },
  };
}

/** The table of these cells. */
export const printed = (name: string, n: number, cells: readonly Cell[]): Table => ({
  name,
  n,
  size: cells.length,
  cells,
});

/** What each cell of a table is said to be, on its own. */
export const spansOf = ({ cells, n, size }: Table): Span[] =>
  cells === null ? Array.from({ length: size }, (): Span => [0, n]) : saidBy(cells, n);

/** A row without the answers known, which fall into these cells. */
export function withoutKnown(row: readonly number[], cells: readonly (number | null)[]): number[] {
  const left = [...row];
  for (const cell of cells) if (cell !== null) left[cell] = (left[cell] ?? 0) - 1;
  return left;
}

/** Whether a row can be one of counts. */
export const isCounts = (row: readonly number[]): boolean => row.every((count) => count >= 0);
