import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { consultations } from "./consultations";
import { rounds } from "./rounds";

const ofRound = {
  consultationId: uuid("consultation_id")
    .notNull()
    .references(() => consultations.id, { onDelete: "cascade" }),
  /** Whatever belongs to a round that is withdrawn follows it under its next id. */
  roundId: uuid("round_id")
    .notNull()
    .references(() => rounds.id, { onDelete: "cascade", onUpdate: "cascade" }),
};

/**
 * What was said in the room under an agenda question. Neither who said it nor who noted it stands here, and no time. A note
 * is destroyed with the open answers.
 */
export const floorNotes = pgTable(
  "floor_notes",
  {
    /** Random, so that it orders nothing. */
    id: uuid().primaryKey(),
    ...ofRound,
    agendaQuestionId: text("agenda_question_id").notNull(),
    text: text().notNull(),
    /** Goes up with every save, so that two rapporteurs never overwrite one another unseen. */
    version: integer().notNull().default(1),
  },
  (note) => [check("floor_note_says_something", sql`${note.text} <> ''`)],
);

/**
 * That a note raises a theme of one item of its agenda question. Apart from the codings of answers, which stand in the
 * ballot database beside the themes: no count can take the one for the other. It names its note without a foreign key, so
 * that both tables can be written anew when the notes are destroyed.
 */
export const floorCodings = pgTable(
  "floor_codings",
  {
    ...ofRound,
    noteId: uuid("note_id").notNull(),
    itemId: text("item_id").notNull(),
    /** Null: nothing in the note is to be reflected under this item. */
    themeId: uuid("theme_id"),
  },
  (coding) => [
    unique("floor_coding_once").on(coding.noteId, coding.itemId, coding.themeId).nullsNotDistinct(),
  ],
);
