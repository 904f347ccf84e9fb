import type postgres from "postgres";
import type { Side } from "./header";

/** A connection, or a transaction on it. */
export type Sql = postgres.Sql | postgres.TransactionSql;

export type Table = { readonly name: string; readonly columns: readonly string[] };

/**
 * Tables of which a backup has no rows. Sessions and sign-in links: whoever signed out stays out, and after a restore
 * everybody signs in anew.
 */
const LEFT_OUT = new Set(["sessions", "verification_tokens"]);

async function columnsOf(sql: Sql): Promise<Table[]> {
  const rows = await sql<{ name: string; columns: string[] }[]>`
    SELECT relname AS name, json_agg(attname ORDER BY attnum) AS columns
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
      AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    GROUP BY relname ORDER BY relname`;
  return rows.map(({ name, columns }) => ({ name, columns }));
}

/** By table, those to which its foreign keys lead. */
async function leadsTo(sql: Sql): Promise<Map<string, Set<string>>> {
  const keys = await sql<{ source: string; target: string }[]>`
    SELECT source.relname AS source, target.relname AS target FROM pg_constraint
    JOIN pg_class source ON source.oid = conrelid JOIN pg_class target ON target.oid = confrelid
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`;
  const targets = new Map<string, Set<string>>();
  for (const { source, target } of keys)
    targets.set(source, (targets.get(source) ?? new Set<string>()).add(target));
  return targets;
}

/** Every table of the public schema, each after those to which its foreign keys lead. */
export async function allTables(sql: Sql): Promise<Table[]> {
  const targets = await leadsTo(sql);
  const waiting = await columnsOf(sql);
  const placed: Table[] = [];
  const isPlaced = (name: string) => placed.some((table) => table.name === name);
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ name }) => [...(targets.get(name) ?? [])].every(isPlaced));
    if (next === -1) throw new Error(`foreign keys go round in a circle: ${waiting.map(({ name }) => name)}`);
    placed.push(...waiting.splice(next, 1));
  }
  return placed;
}

/** The tables whose rows a backup holds. */
export async function savedTables(sql: Sql): Promise<Table[]> {
  return (await allTables(sql)).filter(({ name }) => !LEFT_OUT.has(name));
}

/** Rounds with partitions of their own, in an order that says nothing. */
export async function partitionedRounds(sql: Sql, side: Side): Promise<string[]> {
  if (side === "registry") return [];
  const rows = await sql<{ id: string }[]>`
    SELECT id FROM round WHERE to_regclass('response_' || replace(id::text, '-', '')) IS NOT NULL ORDER BY id`;
  return rows.map(({ id }) => id);
}

/** The newest migration of a database by its time; null where none was ever applied. */
export async function appliedMigration(sql: Sql): Promise<number | null> {
  const [found] = await sql<{ there: boolean }[]>`
    SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS there`;
  if (found?.there !== true) return null;
  const [row] = await sql<{ newest: string | null }[]>`
    SELECT max(created_at) AS newest FROM drizzle.__drizzle_migrations`;
  return row?.newest == null ? null : Number(row.newest);
}
