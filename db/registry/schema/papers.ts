import { sql } from "drizzle-orm";
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Block, Reasons } from "@/domain/paper/paper";
import { consultations } from "./consultations";
import { rounds } from "./rounds";

/** The versions of the paper that a consultation discusses. */
export const papers = pgTable(
  "papers",
  {
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id, { onDelete: "cascade" }),
    /** 1, 2, 3 … in the order in which they were begun. */
    number: integer().notNull(),
    title: text().notNull(),
    blocks: jsonb().$type<readonly Block[]>().notNull(),
    /** Why what changed since the version before did; can still be written once the version is fixed. */
    reasons: jsonb().$type<Reasons>().notNull().default({}),
    /** Goes up with every save, so that two people never overwrite one another unseen. */
    version: integer().notNull().default(1),
  },
  (paper) => [
    primaryKey({ columns: [paper.consultationId, paper.number] }),
    check("papers_number_positive", sql`${paper.number} > 0`),
  ],
);

/** Which version a round circulates. Title and blocks of that version are fixed from the opening of the round on. */
export const paperCirculations = pgTable(
  "paper_circulations",
  {
    roundId: uuid("round_id")
      .primaryKey()
      .references(() => rounds.id, { onDelete: "cascade", onUpdate: "cascade" }),
    consultationId: uuid("consultation_id").notNull(),
    number: integer().notNull(),
  },
  (circulation) => [
    foreignKey({
      columns: [circulation.consultationId, circulation.number],
      foreignColumns: [papers.consultationId, papers.number],
    }).onDelete("cascade"),
  ],
);
