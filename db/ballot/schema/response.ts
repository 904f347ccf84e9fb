import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { bytea } from "../../bytea";

const columns = {
  roundId: uuid("round_id").notNull(),
  /** The participant's Ed25519 key for this round, known to nobody else. */
  key: bytea().notNull(),
  /** Goes up with every edit; gone at the close. */
  revision: integer().notNull(),
  answers: jsonb().$type<Answers>().notNull(),
  /** Per item id, the salt of its leaf, base64url. */
  salts: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
};

/**
 * Responses and edits as they arrive. Row order here is the order of arrival, so nothing stays: batches move to
 * `response` in shuffled order and the partition is truncated. One partition per round (by hand in the migration).
 */
export const arrivals = pgTable("arrival", columns, (row) => [
  primaryKey({ columns: [row.roundId, row.key] }),
  check("arrival_revision_is_positive", sql`${row.revision} > 0`),
]);

/**
 * One anonymous response. Nothing here leads to a seat, and no column tells when a row arrived. One partition per
 * round, dropped at the close (partitioned by hand in the migration).
 */
export const responses = pgTable("response", columns, (row) => [
  primaryKey({ columns: [row.roundId, row.key] }),
  check("response_revision_is_positive", sql`${row.revision} > 0`),
]);
