import "server-only";
import { type SQL, sql } from "drizzle-orm";

/** The ballot database, or a transaction in it. */
type Handle = { readonly execute: (query: SQL) => PromiseLike<unknown> };

/** In the order in which everyone locks them, so that nobody waits for one who waits for them. */
const TABLES = ["response", "arrival"] as const;

/** The partition of `arrival` or `response` that holds one round. */
export function partition(table: (typeof TABLES)[number], roundId: string): SQL {
  return sql`${sql.identifier(`${table}_${roundId.replaceAll("-", "")}`)}`;
}

/** Of these columns PostgreSQL is to keep no samples: a partition does not take that from its table. */
const UNSAMPLED = ["key", "revision", "answers", "salts"].map(
  (column) => sql`ALTER COLUMN ${sql.identifier(column)} SET STATISTICS 0`,
);

/** Makes both partitions of a round that opens. */
export async function createPartitions(tx: Handle, roundId: string): Promise<void> {
  for (const table of TABLES) {
    const values = sql.raw(`('${roundId}')`); // a UUID checked by the caller; DDL takes no parameters
    await tx.execute(
      sql`CREATE TABLE ${partition(table, roundId)} PARTITION OF ${sql.identifier(table)} FOR VALUES IN ${values}`,
    );
    await tx.execute(sql`ALTER TABLE ${partition(table, roundId)} ${sql.join(UNSAMPLED, sql`, `)}`);
  }
}

/** Drops both partitions of a round that has been counted. */
export async function dropPartitions(tx: Handle, roundId: string): Promise<void> {
  for (const table of TABLES) await tx.execute(sql`DROP TABLE IF EXISTS ${partition(table, roundId)}`);
}

/**
 * Waits until this transaction alone holds a round, for moving and closing; `place_response` of the ballot database holds
 * it shared. Taken in a statement of its own before the one that reads the stage, so that the stage read is the present one.
 */
export async function lockRound(tx: Handle, roundId: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${roundId}, 0))`);
}
