import "server-only";
import { type SQL, sql } from "drizzle-orm";

/** A handle on either database, or a transaction in it. */
type Handle = { readonly execute: (query: SQL) => PromiseLike<unknown> };

/**
 * Rewrites a table in an order drawn anew into fresh files, all in this one transaction: afterwards row order,
 * transaction ids, locks, TOAST ids and what was written over say nothing of what happened before. `VACUUM FULL` and
 * `CLUSTER` would keep them.
 *
 * @param rows what the table is to hold, with its columns in order; all that it holds if not named.
 */
export async function rewriteInFreshOrder(tx: Handle, table: SQL, rows?: SQL): Promise<void> {
  await tx.execute(sql`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  await tx.execute(sql`CREATE TEMP TABLE rewritten ON COMMIT DROP AS ${rows ?? sql`SELECT * FROM ${table}`}`);
  await tx.execute(sql`TRUNCATE ${table}`);
  await tx.execute(sql`INSERT INTO ${table} SELECT * FROM rewritten ORDER BY gen_random_uuid()`);
  await tx.execute(sql`DROP TABLE rewritten`);
}
