import { integer, jsonb, pgEnum, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import type { Release } from "@/domain/disclosure/release";
import type { Report } from "@/domain/report/document";
import { consultations } from "./consultations";

export const windowStage = pgEnum("window_stage", ["opening", "open", "closing", "closed"]);

/** A "not reflected" window: a draft report that was circulated, and what came of it. It has a row once it is opened. */
export const windows = pgTable(
  "windows",
  {
    /**
     * The "round" of the protocol: a key of the first manifest entry that was made for a window. No foreign key, as those
     * of keys keep a table from being rewritten, and that of keys is, to be rid of destroyed ones.
     */
    roundId: uuid("round_id").primaryKey(),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id, { onDelete: "cascade" }),
    /** 1 or 2. */
    number: integer().notNull(),
    opensAt: timestamp("opens_at", { withTimezone: true }).notNull(),
    closesAt: timestamp("closes_at", { withTimezone: true }).notNull(),
    timeZone: text("time_zone").notNull(),
    stage: windowStage().notNull().default("opening"),
    /** What was circulated, which nothing changes afterwards. */
    draft: jsonb().$type<Report>().notNull(),
    /** Its hash as the manifest names it, base64url. */
    draftHash: text("draft_hash").notNull(),
    closedAt: timestamp("closed_at", { withTimezone: true }),
    /** How many credentials there were and how many responses came, once counted. */
    participation: jsonb().$type<Release["participation"]>(),
    /** Root of the receipts' tree per item id, in hexadecimal, once counted. */
    roots: jsonb().$type<Release["roots"]>(),
    /** What the co-hosts reply in the report, empty until they do. */
    reply: text().notNull().default(""),
    /** Goes up with every change of the reply, so that of two who write at once the later is told. */
    replyVersion: integer("reply_version").notNull().default(0),
  },
  (window) => [unique("windows_number_once").on(window.consultationId, window.number)],
);
