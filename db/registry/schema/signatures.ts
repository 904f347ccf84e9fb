import { pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { consultations } from "./consultations";
import { missions } from "./missions";
import { people } from "./people";

/** That a co-hosting mission signs off one exact version: one signature for each mission and subject. */
export const signatures = pgTable(
  "signatures",
  {
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id, { onDelete: "cascade" }),
    /** `findings/<round>`, `report` until it is published, then `edition/<number>`; `withdrawal/<number>`. */
    subject: text().notNull(),
    missionId: uuid("mission_id")
      .notNull()
      .references(() => missions.id),
    /** Who signed for it. */
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** Of what was signed, SHA-256 in hexadecimal. */
    hash: text().notNull(),
    signedAt: timestamp("signed_at", { withTimezone: true }).notNull(),
    /** When it was noticed that what was signed has changed; the signature then never counts again. */
    withdrawnAt: timestamp("withdrawn_at", { withTimezone: true }),
  },
  (signature) => [
    primaryKey({ columns: [signature.consultationId, signature.subject, signature.missionId] }),
  ],
);
