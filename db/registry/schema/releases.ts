import { jsonb, pgTable, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Release } from "@/domain/disclosure/release";
import type { Finding } from "@/domain/findings/finding";
import { consultations } from "./consultations";
import { rounds } from "./rounds";

/** What passed disclosure control, once per round and never changed, with the findings drafted from it. */
export const releases = pgTable("releases", {
  roundId: uuid("round_id")
    .primaryKey()
    .references(() => rounds.id),
  release: jsonb().$type<Release>().notNull(),
  findings: jsonb().$type<Finding[]>().notNull(),
  closedAt: timestamp("closed_at", { withTimezone: true }).notNull(),
  /** Null until a host publishes; readers see nothing before. */
  publishedAt: timestamp("published_at", { withTimezone: true }),
});

/** That the report of a consultation is published; its content is composed from the published releases. */
export const reports = pgTable("reports", {
  consultationId: uuid("consultation_id")
    .primaryKey()
    .references(() => consultations.id),
  publishedAt: timestamp("published_at", { withTimezone: true }).notNull(),
});
