import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Letter } from "@/domain/letter/letter";
import type { Arrangement } from "@/domain/summary/arrangement";
import { consultations } from "./consultations";

/** What hosts and rapporteurs compose for a report before it is signed: the summary and the letter, saved apart. */
export const reportDrafts = pgTable("report_drafts", {
  consultationId: uuid("consultation_id")
    .primaryKey()
    .references(() => consultations.id, { onDelete: "cascade" }),
  /** Goes up with every save of the summary, so that two people never overwrite one another unseen. */
  version: integer().notNull().default(0),
  /** Null until somebody arranges the summary; it then stands as it is drafted. */
  arrangement: jsonb().$type<Arrangement>(),
  nextSteps: text("next_steps").notNull().default(""),
  /** Goes up with every save of the letter. */
  letterVersion: integer("letter_version").notNull().default(0),
  letter: jsonb().$type<Letter>(),
});
