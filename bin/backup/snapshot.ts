import type { Readable } from "node:stream";
import postgres from "postgres";
import { partitionedRounds, type Sql, savedTables, type Table } from "./catalogue";
import { END_OF_ROWS, headerOf, type Side } from "./header";
import { Obstacle } from "./obstacle";

/** How long a snapshot waits for a moment in which nobody rewrites a table, and how often it looks. */
const WAIT = 30_000;
const PAUSE = 50;
const LOCK_NOT_AVAILABLE = "55P03";

/** A pool of one's own on a database. */
export const connected = (url: string, max = 2) =>
  postgres(url, { max, onnotice: () => undefined, fetch_types: false });

/** Whether somebody holds a table, or waits to, that was asked for without waiting for it. */
export const isBusy = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === LOCK_NOT_AVAILABLE;

/** One state of a database, whatever is written meanwhile. Nothing can be rewritten in it until `work` is done. */
async function tried<Value>(
  sql: postgres.Sql,
  tables: readonly Table[],
  work: (tx: postgres.TransactionSql) => Promise<Value>,
): Promise<Value> {
  const result = await sql.begin("isolation level repeatable read read only", async (tx) => {
    const names = tables.map(({ name }) => `"${name}"`).join(", ");
    // Before the first query, which fixes the snapshot: a table that is truncated after it would look empty. Without
    // waiting: whoever rewrites holds several tables, and of two who wait for one another one would be broken off.
    await tx.unsafe(`LOCK TABLE ${names} IN ACCESS SHARE MODE NOWAIT`);
    return { value: await work(tx) };
  });
  return result.value;
}

/**
 * Does the work in one state of the database. Throws `Obstacle` where its tables are being rewritten all the time.
 *
 * @param work is tried once: what it throws is thrown.
 */
export async function inSnapshot<Value>(
  sql: postgres.Sql,
  work: (tx: postgres.TransactionSql, tables: readonly Table[]) => Promise<Value>,
): Promise<Value> {
  const tables = await savedTables(sql);
  const last = Date.now() + WAIT;
  for (;;) {
    let begun = false;
    try {
      return await tried(sql, tables, (tx) => {
        begun = true;
        return work(tx, tables);
      });
    } catch (error) {
      if (begun || !isBusy(error)) throw error;
      if (Date.now() > last)
        throw new Obstacle("The database is being rewritten all the time; try again in a few minutes.");
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

/**
 * What is read of a table, each time in an order drawn anew: row order is an order of arrival. What waits in `arrival`
 * stands among the responses, so that a backup does not tell who came last either. Null where a table is read with another.
 */
function readingOf({ name, columns }: Table, side: Side): string | null {
  if (side === "ballot" && name === "arrival") return null;
  const list = quoted(columns);
  const newest = `SELECT ${list} FROM arrival UNION ALL SELECT ${list} FROM response AS before
    WHERE NOT EXISTS (SELECT FROM arrival AS later
      WHERE later.round_id = before.round_id AND later.key = before.key)`;
  const rows = side === "ballot" && name === "response" ? `(${newest}) AS held` : `"${name}"`;
  return `COPY (SELECT ${list} FROM ${rows} ORDER BY gen_random_uuid()) TO STDOUT`;
}

const line = (content: unknown) => Buffer.from(`${JSON.stringify(content)}\n`);

function newlinesIn(chunk: Uint8Array): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1;
  return count;
}

/** A database as lines: a header, then each table with its rows as COPY writes them, then how many there were. */
export async function* written(tx: Sql, tables: readonly Table[], side: Side): AsyncGenerator<Uint8Array> {
  yield line(headerOf(side, await partitionedRounds(tx, side)));
  const rows: Record<string, number> = {};
  for (const table of tables) {
    const reading = readingOf(table, side);
    if (reading === null) continue;
    yield line({ table: table.name, columns: table.columns });
    let count = 0;
    const stream: Readable = await tx.unsafe(reading).readable();
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      // A row's own newlines are written otherwise: each one here ends a row.
      count += newlinesIn(chunk);
      yield chunk;
    }
    // The driver stops reading its socket when a stream is full, and goes on when it is asked for more: a stream that
    // ends while it is full is never asked again, and the next statement would wait for ever.
    stream._read(0);
    rows[table.name] = count;
    yield Buffer.from(`${END_OF_ROWS}\n`);
  }
  yield line({ rows });
}
