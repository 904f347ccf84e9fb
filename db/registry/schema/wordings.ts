import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { people } from "./people";
import { rounds } from "./rounds";

/**
 * The words that were chosen for findings, every change as one more row: the last one of a key stands. A trigger refuses
 * any change, and any removal but with the whole round.
 */
export const findingWordings = pgTable(
  "finding_wordings",
  {
    roundId: uuid("round_id")
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade" }),
    /** The key of a claim within its round: `item`, `item/statement`, `item/option`. */
    findingKey: text("finding_key").notNull(),
    /** 1, 2, 3 … of its key: two people who change the same words at once cannot both have the next. */
    position: integer().notNull(),
    /** A row of the ladder; that of the figures where the words were returned to the draft. */
    phrase: text().notNull(),
    /** Why it is stronger than the figures; null where it is not. */
    reason: text(),
    /** The sentence with its phrase at `{phrase}`; null for the sentence as drafted. */
    wording: text(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.roundId, row.findingKey, row.position] }),
    check("finding_wordings_position", sql`${row.position} > 0`),
  ],
);
