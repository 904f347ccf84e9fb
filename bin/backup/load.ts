import { createReadStream, existsSync } from "node:fs";
import { finished } from "node:stream/promises";
import { PgDialect } from "drizzle-orm/pg-core";
import type postgres from "postgres";
import { migrateBallot, migrateRegistry } from "@/db/migrate";
import { createPartitions } from "@/server/ballots/partitions";
import { appliedMigration, type Sql, savedTables } from "./catalogue";
import {
  beginsTable,
  checkedHeader,
  END_OF_ROWS,
  endOf,
  type Header,
  newestMigration,
  type Side,
  type TableLine,
  tableOf,
} from "./header";
import { Lines } from "./lines";
import { Obstacle } from "./obstacle";
import { refuseUnlessEmpty, settledWithBox } from "./pair";
import { opened } from "./sealing";
import { connected } from "./snapshot";

export type Source = { readonly file: string; readonly identities: readonly string[] };

const dialect = new PgDialect();
/** What drizzle composes, asked through a transaction of the driver's own. */
const asked = (tx: postgres.TransactionSql): Parameters<typeof createPartitions>[0] => ({
  execute: (query) => {
    const { sql, params } = dialect.sqlToQuery(query);
    return tx.unsafe(sql, params as string[]); // names and ids only
  },
});

/** Throws `Obstacle` unless the database is new, or migrated by this very program and empty. Migrates a new one. */
async function prepared(sql: Sql, side: Side, url: string): Promise<void> {
  const applied = await appliedMigration(sql);
  if (applied !== null && applied > newestMigration(side).when)
    throw new Obstacle(
      `The database of the ${side} was migrated by a later version than this one. Restore with that.`,
    );
  await refuseUnlessEmpty(sql, side);
  await (side === "registry" ? migrateRegistry(url) : migrateBallot(url));
}

async function loadTable(tx: postgres.TransactionSql, { table, columns }: TableLine, lines: Lines) {
  const list = columns.map((name) => `"${name}"`).join(", ");
  const target = await tx.unsafe(`COPY "${table}" (${list}) FROM STDIN`).writable();
  const taken = finished(target);
  taken.catch(() => undefined); // awaited below
  const count = await lines.into(target, END_OF_ROWS).catch((error: unknown) => {
    target.destroy(); // or the connection would wait for more rows
    throw error;
  });
  await taken;
  return count;
}

/** Numbers that a database gives out by itself go on after the highest that was restored. */
async function continueNumbering(tx: postgres.TransactionSql): Promise<void> {
  const counted = await tx<{ table: string; column: string; sequence: string }[]>`
    SELECT table_name AS table, column_name AS column,
      pg_get_serial_sequence(quote_ident(table_name), column_name) AS sequence
    FROM information_schema.columns WHERE table_schema = 'public'
      AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL`;
  for (const { table, column, sequence } of counted)
    await tx.unsafe(
      `SELECT setval('${sequence}', max("${column}")) FROM "${table}" HAVING max("${column}") IS NOT NULL`,
    );
}

async function load(tx: postgres.TransactionSql, { rounds }: Header, lines: Lines): Promise<number> {
  const known = new Map((await savedTables(tx)).map(({ name, columns }) => [name, columns]));
  for (const round of rounds) await createPartitions(asked(tx), round);
  const loaded: Record<string, number> = {};
  let line = await lines.text();
  for (; beginsTable(line); line = await lines.text()) {
    const table = tableOf(line);
    // Names are put into statements below: only those that this very database has.
    if (known.get(table.table)?.toString() !== table.columns.toString())
      throw new Obstacle(
        "This backup has a table that this version does not know. Take the version that wrote it.",
      );
    loaded[table.table] = await loadTable(tx, table, lines);
  }
  const due = endOf(line);
  await lines.ended();
  const names = new Set([...Object.keys(due), ...Object.keys(loaded)]);
  if ([...names].some((name) => due[name] !== loaded[name]))
    throw new Obstacle("This backup does not hold what it says it holds: it was damaged. Take another file.");
  await continueNumbering(tx);
  return Object.values(loaded).reduce((sum, count) => sum + count, 0);
}

/** The header and, behind it, the rest. */
async function read(side: Side, { file, identities }: Source) {
  if (!existsSync(file)) throw new Obstacle(`${file} is not there. Name the file of a backup.`);
  const stream = await opened(createReadStream(file), identities);
  const lines = new Lines(stream);
  try {
    return { header: checkedHeader(await lines.text(), side), lines, stream };
  } catch (error) {
    stream.destroy();
    throw error;
  }
}

/** What was restored: rows in all, and entries of the manifest that are to be pushed to the box again. */
export type Restored = { readonly rows: number; readonly again: number };

/**
 * Restores one database from one file, into a database that has nothing in it, in one transaction: it is restored whole or
 * stays empty. Throws `Obstacle`.
 *
 * @param boxUrl where the registry is restored, the ballot database with which it must agree, if it can be reached.
 */
export async function restoreOne(
  side: Side,
  url: string,
  source: Source,
  boxUrl?: string,
): Promise<Restored> {
  const { header, lines, stream } = await read(side, source);
  const sql = connected(url, 1);
  const box = side === "registry" && boxUrl !== undefined ? connected(boxUrl, 1) : null;
  try {
    await prepared(sql, side, url);
    return await sql.begin(async (tx) => {
      const rows = await load(tx, header, lines);
      // Jobs are in no backup: what waited for one can then be sent again by its hosts.
      if (side === "registry") await tx`UPDATE deliveries SET state = 'failed' WHERE state = 'waiting'`;
      return { rows, again: box === null ? 0 : await settledWithBox(tx, box) };
    });
  } finally {
    stream.destroy();
    await Promise.all([sql.end(), box?.end()]);
  }
}
