import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { Issue } from "@/domain/issue";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { consultations } from "./consultations";

export const roundLevel = pgEnum("round_level", ["expert", "highLevel"]);

/** `opening` and `closing` last until the ballot box has acknowledged the manifest entry. */
export const roundStage = pgEnum("round_stage", ["draft", "opening", "open", "closing", "closed"]);

/** That the clock was to open a round and did not, when, and what was still to do then. */
export type OpeningMissed = { readonly at: string; readonly issues: readonly Issue[] };

/**
 * A round. Its id is the "round" of the protocol: once enrolment is open it is the id of one of the round keys. A round that
 * is withdrawn goes on under another, which whatever belongs to it follows (`onUpdate: "cascade"`).
 */
export const rounds = pgTable(
  "rounds",
  {
    id: uuid().primaryKey(),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    level: roundLevel().notNull(),
    /** Planned until the round opens; then as the manifest says. */
    opensAt: timestamp("opens_at", { withTimezone: true }).notNull(),
    closesAt: timestamp("closes_at", { withTimezone: true }).notNull(),
    /** IANA name, e.g. America/New_York. */
    timeZone: text("time_zone").notNull(),
    stage: roundStage().notNull().default("draft"),
    /** Whether hosts asked that it be opened at its time by the clock. */
    opensByClock: boolean("opens_by_clock").notNull().default(false),
    openingMissed: jsonb("opening_missed").$type<OpeningMissed>(),
    /** Its one extension by the rule: fewer than ten responses were in at its closing time. As the manifest says. */
    extendedByRule: boolean("extended_by_rule").notNull().default(false),
    questionnaire: jsonb().$type<Questionnaire>().notNull(),
    /** Goes up with every save, so that two hosts never overwrite one another unseen. */
    questionnaireVersion: integer("questionnaire_version").notNull().default(1),
  },
  (round) => [
    unique("rounds_number_once").on(round.consultationId, round.number),
    check("rounds_close_after_opening", sql`${round.closesAt} > ${round.opensAt}`),
  ],
);
