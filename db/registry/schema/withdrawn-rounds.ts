import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { consultations } from "./consultations";

/**
 * A round that was closed unreleased because its questionnaire had a mistake. The row in `rounds` went on under another
 * key, in draft again; here stands what had been opened under the first one.
 */
export const withdrawnRounds = pgTable("withdrawn_rounds", {
  /** The "round" of the protocol under which it had been opened; its key signs and counts nothing any more. */
  roundId: uuid("round_id").primaryKey(),
  consultationId: uuid("consultation_id")
    .notNull()
    .references(() => consultations.id, { onDelete: "cascade" }),
  /** As it was opened; the round that is opened in its place has the same. */
  number: integer().notNull(),
  opensAt: timestamp("opens_at", { withTimezone: true }).notNull(),
  timeZone: text("time_zone").notNull(),
  /** What it asked, so that authors can read their answers beside it. */
  questionnaire: jsonb().$type<Questionnaire>().notNull(),
  withdrawnAt: timestamp("withdrawn_at", { withTimezone: true }).notNull(),
  /** What was wrong, in the hosts' words, for everybody. */
  reason: text().notNull(),
  /** Until when authors can read their answers back. */
  copiesUntil: timestamp("copies_until", { withTimezone: true }).notNull(),
  /** Whether the ballot box has dropped them since. */
  discarded: boolean().notNull().default(false),
});
