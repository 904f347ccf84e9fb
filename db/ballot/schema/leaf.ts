import { pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../../bytea";

/** One leaf per answer, shuffled per item, so that the answers of one response cannot be joined again. */
export const leaves = pgTable(
  "leaf",
  {
    roundId: uuid("round_id").notNull(),
    itemId: text("item_id").notNull(),
    /** SHA-256 over item, salt and answer. */
    hash: bytea().notNull(),
  },
  (leaf) => [primaryKey({ columns: [leaf.roundId, leaf.itemId, leaf.hash] })],
);

export const consent = pgEnum("consent", ["mayBeReflected", "notToBeReflected"]);

/** An open answer after the close, in an order of its own and joined to nothing. */
export const openAnswers = pgTable("open_answer", {
  /** Random, so that it orders nothing. */
  id: uuid().primaryKey().defaultRandom(),
  roundId: uuid("round_id").notNull(),
  itemId: text("item_id").notNull(),
  consent: consent().notNull(),
  text: text().notNull(),
});
