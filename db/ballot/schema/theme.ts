import { sql } from "drizzle-orm";
import { check, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";

/** A point that open answers to one item raise, in words of hosts or rapporteurs. */
export const themes = pgTable(
  "theme",
  {
    /** Random, so that it orders nothing. */
    id: uuid().primaryKey(),
    roundId: uuid("round_id").notNull(),
    itemId: text("item_id").notNull(),
    /** The key that codes with it: chosen, the smallest that is free, and used again. */
    number: integer().notNull(),
    wording: text().notNull(),
  },
  (theme) => [
    unique("theme_number_once").on(theme.roundId, theme.itemId, theme.number),
    check("theme_number_is_positive", sql`${theme.number} > 0`),
    check("theme_has_a_wording", sql`${theme.wording} <> ''`),
  ],
);

/** Whose coding it is: that of all together or of the first of two, of the second, or what two have settled. */
export const coderSlot = pgEnum("coder_slot", ["first", "second", "settled"]);

/**
 * That an open answer raises a theme. Beside the answers, and joined to nothing else: who codes in which slot is known to
 * the registry alone. Only answers that may be reflected are ever entered: the insert itself selects them.
 */
export const codings = pgTable(
  "coding",
  {
    answerId: uuid("answer_id").notNull(),
    /** Null: nothing in the answer is to be reflected. */
    themeId: uuid("theme_id"),
    slot: coderSlot().notNull(),
  },
  (coding) => [unique("coding_once").on(coding.answerId, coding.themeId, coding.slot).nullsNotDistinct()],
);
