import { sql } from "drizzle-orm";
import {
  check,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { Letter } from "@/domain/letter/letter";
import type { Report } from "@/domain/report/document";
import { consultations } from "./consultations";

export const editionKind = pgEnum("edition_kind", ["interim", "final"]);

/** Every version of a report that was published. Nothing changes one afterwards but its withdrawal. */
export const editions = pgTable(
  "editions",
  {
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id, { onDelete: "cascade" }),
    /** 1, 2, 3 … within its consultation. */
    number: integer().notNull(),
    kind: editionKind().notNull(),
    /**
     * What was published. Null once it is withdrawn, and where it was published before documents were kept: such a report
     * is composed from the rounds published by then each time it is read.
     */
    document: jsonb().$type<Report>(),
    letter: jsonb().$type<Letter>(),
    /** What was signed, SHA-256 in hexadecimal; null where it was published before there were signatures. */
    hash: text(),
    publishedAt: timestamp("published_at", { withTimezone: true }).notNull(),
    /** What was wrong in the edition before, where this one corrects it. */
    corrigendum: text(),
    withdrawnAt: timestamp("withdrawn_at", { withTimezone: true }),
    withdrawalReason: text("withdrawal_reason"),
  },
  (edition) => [
    primaryKey({ columns: [edition.consultationId, edition.number] }),
    check(
      "editions_withdrawn_without_content",
      sql`(${edition.withdrawnAt} IS NULL AND ${edition.withdrawalReason} IS NULL) OR (${edition.withdrawnAt} IS NOT NULL AND ${edition.withdrawalReason} IS NOT NULL AND ${edition.document} IS NULL AND ${edition.letter} IS NULL)`,
    ),
  ],
);

/** What hosts have written to stand with what they sign: a corrigendum with the report, the reason with a withdrawal. */
export const signedNotes = pgTable(
  "signed_notes",
  {
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id, { onDelete: "cascade" }),
    /** `report` or `withdrawal/<number>`. */
    subject: text().notNull(),
    text: text().notNull(),
    /** Goes up with every save, so that two hosts never overwrite one another unseen. */
    version: integer().notNull(),
  },
  (note) => [primaryKey({ columns: [note.consultationId, note.subject] })],
);
