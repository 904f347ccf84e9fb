import { bigint, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { consultations } from "./consultations";
import { people } from "./people";

/** Acts of hosts and rapporteurs. A participant's act never has an entry. */
export const auditEntries = pgTable("audit_entries", {
  position: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  consultationId: uuid("consultation_id").references(() => consultations.id, { onDelete: "cascade" }),
  /** Null for an act of the command line. */
  personId: uuid("person_id").references(() => people.id),
  act: text().notNull(),
  detail: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
});
