import { jsonb, pgTable, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Release } from "@/domain/disclosure/release";
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
