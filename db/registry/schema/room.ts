import { isNull } from "drizzle-orm";
import {
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Step } from "@/domain/room/step";
import { consultations } from "./consultations";
import { people } from "./people";
import { rounds } from "./rounds";

/** A session in the room: rounds of a consultation that are run live, one after the other. */
export const roomSessions = pgTable(
  "room_sessions",
  {
    id: uuid().primaryKey(),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id, { onDelete: "cascade" }),
    /** Leads a device to the session and admits nobody: whoever reads the wall may know it. */
    code: text().notNull().unique(),
    /** The round with which it began. */
    roundId: uuid("round_id")
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade", onUpdate: "cascade" }),
    startedAt: timestamp("started_at", { withTimezone: true }).notNull(),
    endedAt: timestamp("ended_at", { withTimezone: true }),
  },
  (session) => [
    // A consultation has one session at a time.
    uniqueIndex("room_sessions_one_at_a_time").on(session.consultationId).where(isNull(session.endedAt)),
  ],
);

/**
 * What hosts did in a session, one row per step; where it stands is worked out from them. Nothing here is of a participant.
 * Of two hosts who take the next step at once, the number lets one.
 */
export const roomSteps = pgTable(
  "room_steps",
  {
    sessionId: uuid("session_id")
      .notNull()
      .references(() => roomSessions.id, { onDelete: "cascade" }),
    /** 1 for the first. */
    number: integer().notNull(),
    step: jsonb().$type<Step>().notNull(),
    roundId: uuid("round_id")
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade", onUpdate: "cascade" }),
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    takenAt: timestamp("taken_at", { withTimezone: true }).notNull(),
    /** Until then it can be taken back. */
    effectAt: timestamp("effect_at", { withTimezone: true }).notNull(),
    undone: boolean().notNull().default(false),
    /** The code of the refusal for which nothing came of it after all. */
    refused: text(),
  },
  (step) => [primaryKey({ columns: [step.sessionId, step.number] })],
);
