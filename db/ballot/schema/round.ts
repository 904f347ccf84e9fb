import { integer, jsonb, pgEnum, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { bytea } from "../../bytea";

/** The registry's manifest as pushed to the box and checked by it. */
export const manifestEntries = pgTable(
  "manifest_entries",
  {
    consultationId: uuid("consultation_id").notNull(),
    position: integer().notNull(),
    payload: text().notNull(),
    hash: bytea().notNull(),
    signature: bytea().notNull(),
  },
  (entry) => [primaryKey({ columns: [entry.consultationId, entry.position] })],
);

/**
 * How far a round has come: `open`, then each finished step of the close. One that was withdrawn is counted by nobody: its
 * answers can be read back by their authors for a time, and are then `discarded`.
 */
export const ballotStage = pgEnum("ballot_stage", [
  "open",
  "closed",
  "drained",
  "split",
  "dropped",
  "withdrawn",
  "discarded",
]);

/** A round as the box knows it, all of it from the manifest. Its times are the published ones. */
export const rounds = pgTable("round", {
  id: uuid().primaryKey(),
  consultationId: uuid("consultation_id").notNull(),
  /** SubjectPublicKeyInfo, DER, from the first entry of the manifest. */
  publicKey: bytea("public_key").notNull(),
  questionnaire: jsonb().$type<Questionnaire>().notNull(),
  opensAt: timestamp("opens_at", { withTimezone: true }).notNull(),
  closesAt: timestamp("closes_at", { withTimezone: true }).notNull(),
  stage: ballotStage().notNull().default("open"),
  /** Of a round that was withdrawn: until when its answers can be read back, as the manifest says. */
  copiesUntil: timestamp("copies_until", { withTimezone: true }),
});
