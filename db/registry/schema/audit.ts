import { integer, jsonb, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../../bytea";
import { consultations } from "./consultations";
import { people } from "./people";

/**
 * Acts of hosts and rapporteurs, chained by their hashes: one chain for each consultation, and one for acts of none. A
 * participant's act never has an entry. Triggers refuse any change, and any removal but with the whole consultation.
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    consultationId: uuid("consultation_id").references(() => consultations.id, { onDelete: "cascade" }),
    /** 1, 2, 3 … within its chain. */
    position: integer().notNull(),
    /** Null for an act of the command line. */
    personId: uuid("person_id").references(() => people.id),
    act: text().notNull(),
    detail: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** To the millisecond, which is what is hashed. */
    at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** Hash of the entry before; null in the first, and in entries from before there was a chain. */
    previous: bytea(),
    /** Null in entries from before there was a chain; the first one after them holds them all by its `previous`. */
    hash: bytea(),
  },
  (entry) => [
    unique("audit_entries_position_once").on(entry.consultationId, entry.position).nullsNotDistinct(),
  ],
);
