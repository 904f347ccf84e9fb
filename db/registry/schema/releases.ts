import { jsonb, pgTable, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Release } from "@/domain/disclosure/release";
import type { Report } from "@/domain/report/document";
import { consultations } from "./consultations";
import { rounds } from "./rounds";

/** What passed disclosure control, once per round and never changed. Findings are drafted from it when they are read. */
export const releases = pgTable("releases", {
  roundId: uuid("round_id")
    .primaryKey()
    .references(() => rounds.id),
  release: jsonb().$type<Release>().notNull(),
  closedAt: timestamp("closed_at", { withTimezone: true }).notNull(),
  /** Null until a host publishes; readers see nothing before. */
  publishedAt: timestamp("published_at", { withTimezone: true }),
});

/** The published report of a consultation: one row, replaced when it is published again. */
export const reports = pgTable("reports", {
  consultationId: uuid("consultation_id")
    .primaryKey()
    .references(() => consultations.id),
  publishedAt: timestamp("published_at", { withTimezone: true }).notNull(),
  /**
   * What was published, which nothing changes afterwards. Null where it was published before documents were kept: such a
   * report is composed from its rounds each time until a host publishes it again.
   */
  document: jsonb().$type<Report>(),
});
