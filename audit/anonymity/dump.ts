import type postgres from "postgres";
import { asSuperuser } from "./superuser";

/** A value as it is stored: its text, its number where it has one, its length in bytes, and the chunk that holds it. */
type Stored = {
  readonly text: string | null;
  readonly number: number | null;
  readonly bytes: number | null;
  /** The id under which a long value lies beside its table, or null. */
  readonly chunk: number | null;
};

/** A row with what PostgreSQL keeps beside it: its place, and the transactions and commands that made and locked it. */
export type Row = {
  readonly values: Readonly<Record<string, Stored>>;
  readonly hidden: Readonly<Record<"ctid" | "xmin" | "xmax" | "cmin", number>>;
};

export type Table = { readonly database: string; readonly name: string; readonly rows: readonly Row[] };

type Column = {
  readonly table: string;
  readonly name: string;
  readonly kind: string;
  readonly isLong: boolean;
};

const ROWS_OF_A_PAGE = 65_536;

async function columnsOf(sql: postgres.Sql): Promise<Column[]> {
  return sql<Column[]>`
    SELECT format('%I.%I', n.nspname, c.relname) AS table, a.attname AS name, t.typname AS kind,
      t.typlen = -1 AS "isLong"
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_type t ON t.oid = a.atttypid
    WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
      AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'
    ORDER BY 1, a.attnum`;
}

const isNumber = (kind: string) => /^(int|float|numeric|bool)/.test(kind);
const isTime = (kind: string) => /^(timestamp|date)/.test(kind);

/** The parts of one column in a query, as one JSON list: text, number, bytes, chunk. */
function partsOf(sql: postgres.Sql, { name, kind, isLong }: Column) {
  const column = sql(name);
  const number = isTime(kind)
    ? sql`extract(epoch FROM ${column})::float8`
    : isNumber(kind)
      ? sql`${column}::text::float8`
      : sql`NULL`;
  const safe = kind === "bool" ? sql`${column}::int` : number;
  const chunk = isLong ? sql`pg_column_toast_chunk_id(${column})::text::float8` : sql`NULL`;
  return sql`json_build_array(${column}::text, ${safe}, pg_column_size(${column}), ${chunk})`;
}

async function rowsOf(sql: postgres.Sql, table: string, columns: readonly Column[]): Promise<Row[]> {
  const parts = columns.map((column) => sql`${partsOf(sql, column)}`);
  const listed = parts.reduce((all, part) => sql`${all}, ${part}`);
  const from = sql.unsafe(table); // quoted by the server itself
  const rows = await sql<
    { parts: [string | null, number | null, number | null, number | null][]; hidden: number[] }[]
  >`
    SELECT json_build_array(${listed}) AS parts,
      json_build_array((ctid::text::point)[0] * ${ROWS_OF_A_PAGE} + (ctid::text::point)[1],
        xmin::text::float8, xmax::text::float8, cmin::text::float8) AS hidden
    FROM ${from} ORDER BY ctid`;
  return rows.map(({ parts: found, hidden: [ctid = 0, xmin = 0, xmax = 0, cmin = 0] }) => ({
    hidden: { ctid, xmin, xmax, cmin },
    values: Object.fromEntries(
      columns.map(({ name }, index) => {
        const [text = null, number = null, bytes = null, chunk = null] = found[index] ?? [];
        return [name, { text, number, bytes, chunk }];
      }),
    ),
  }));
}

/**
 * Everything that a database holds, found by asking the database itself: each table of its own, all columns, and what
 * stands beside each row. `url` is a superuser's.
 */
export function dumpOf(database: string, url: string): Promise<Table[]> {
  return asSuperuser(url, async (sql) => {
    const byTable = Map.groupBy(await columnsOf(sql), ({ table }) => table);
    const tables: Table[] = [];
    for (const [name, columns] of byTable)
      tables.push({ database, name, rows: await rowsOf(sql, name, columns) });
    return tables;
  });
}
