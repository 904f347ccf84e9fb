import { boolean, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { ThemeRelease } from "@/domain/disclosure/release";
import type { Agreement } from "@/domain/themes/agreement";
import { consultations } from "./consultations";
import { people } from "./people";

const ofItem = {
  consultationId: uuid("consultation_id")
    .notNull()
    .references(() => consultations.id, { onDelete: "cascade" }),
  /** The "round" of the protocol: a window has one too, and is no round of `rounds`. */
  roundId: uuid("round_id").notNull(),
  itemId: text("item_id").notNull(),
};

/** What passed disclosure control of the themes of one item. It may be made again until it is published. */
export const themeReleases = pgTable(
  "theme_releases",
  {
    ...ofItem,
    release: jsonb().$type<ThemeRelease>().notNull(),
    releasedAt: timestamp("released_at", { withTimezone: true }).notNull(),
    /** Null until a report with it is published; nothing changes it afterwards. */
    publishedAt: timestamp("published_at", { withTimezone: true }),
  },
  (release) => [primaryKey({ columns: [release.roundId, release.itemId] })],
);

/**
 * An item that two code apart: one person as the second coder, whoever else codes as the first. Neither sees the other's
 * codings until both have said that they are done.
 */
export const themeCoders = pgTable(
  "theme_coders",
  {
    ...ofItem,
    secondId: uuid("second_id")
      .notNull()
      .references(() => people.id),
    firstDone: boolean("first_done").notNull().default(false),
    secondDone: boolean("second_done").notNull().default(false),
    /** How far they agreed, once their differences are settled; null before. */
    agreement: jsonb().$type<Agreement>(),
  },
  (coders) => [primaryKey({ columns: [coders.roundId, coders.itemId] })],
);

/** That the texts of a consultation's participants, and what was coded with them, are destroyed. */
export const destructions = pgTable("destructions", {
  consultationId: uuid("consultation_id")
    .primaryKey()
    .references(() => consultations.id, { onDelete: "cascade" }),
  destroyedAt: timestamp("destroyed_at", { withTimezone: true }).notNull(),
});
