import "server-only";
import { and, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { floorCodings, floorNotes, rounds } from "@/db/registry/schema";
import { givesAway } from "@/domain/floor/gives-away";
import { Refusal } from "@/domain/refusal";
import { isDue } from "@/domain/themes/destruction";
import { lockConsultation } from "@/server/consultations/lock";
import { destructionDay } from "@/server/theme-releases/destruction-day";
import type { FloorPlace } from "./queries";

/** What is to stand in a note, and whether whoever wrote it has decided that it stays as it is, names and all. */
export type NoteText = { readonly text: string; readonly asWritten: boolean };

type ChosenNote = FloorPlace & { readonly noteId: string; readonly version: number };

/** Throws `note_names_somebody`, with the passages, unless it was decided that they stay. */
function requireDecided({ text, asWritten }: NoteText): void {
  if (asWritten) return;
  const passages = [...new Set(givesAway(text).map(({ passage }) => passage))];
  if (passages.length > 0)
    throw new Refusal("note_names_somebody", { passages: passages.map((one) => `“${one}”`).join(", ") });
}

const ofRound = ({ consultationId, roundId }: FloorPlace) =>
  and(eq(floorNotes.consultationId, consultationId), eq(floorNotes.roundId, roundId));

/**
 * Notes what was said under an agenda question. Sent again with the same id and text it is the same note. No entry in the
 * log: it would keep the time that a note does not. Throws `note_names_somebody`, `not_found`, `notes_over` from the day on
 * which notes are destroyed, and `floor_note_changed` where another note has the id.
 */
export async function addNote(
  db: RegistryDatabase,
  { noteId, agendaQuestionId, ...place }: FloorPlace & { noteId: string; agendaQuestionId: string },
  note: NoteText,
  now: Date,
): Promise<void> {
  requireDecided(note);
  const { consultationId, roundId } = place;
  const { text } = note;
  await db.transaction(async (tx) => {
    // The destruction takes the same lock: a note comes before it, or not at all.
    await lockConsultation(tx, consultationId);
    const [round] = await tx
      .select({ questionnaire: rounds.questionnaire })
      .from(rounds)
      .where(and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId)));
    const asked = round?.questionnaire.agendaQuestions.some(({ id }) => id === agendaQuestionId);
    if (asked !== true) throw new Refusal("not_found");
    if (isDue(await destructionDay(tx, consultationId), now)) throw new Refusal("notes_over");
    const [made] = await tx
      .insert(floorNotes)
      .values({ id: noteId, consultationId, roundId, agendaQuestionId, text })
      .onConflictDoNothing({ target: floorNotes.id })
      .returning({ id: floorNotes.id });
    if (made !== undefined) return;
    const same = and(ofRound(place), eq(floorNotes.id, noteId), eq(floorNotes.text, text));
    if ((await tx.$count(floorNotes, same)) === 0) throw new Refusal("floor_note_changed");
  });
}

/** Saves a note over the version that was edited. Throws `note_names_somebody` and `floor_note_changed`. */
export async function editNote(
  db: RegistryDatabase,
  { noteId, version, ...place }: ChosenNote,
  note: NoteText,
): Promise<{ version: number }> {
  requireDecided(note);
  const [saved] = await db
    .update(floorNotes)
    .set({ text: note.text, version: version + 1 })
    .where(and(ofRound(place), eq(floorNotes.id, noteId), eq(floorNotes.version, version)))
    .returning({ version: floorNotes.version });
  if (saved === undefined) throw new Refusal("floor_note_changed");
  return saved;
}

/** Removes a note with all that is coded of it, unless another has changed it meanwhile: throws `floor_note_changed`. */
export async function removeNote(
  db: RegistryDatabase,
  { noteId, version, ...place }: ChosenNote,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(floorNotes)
      .where(and(ofRound(place), eq(floorNotes.id, noteId), eq(floorNotes.version, version)))
      .returning({ id: floorNotes.id });
    if (gone === undefined) throw new Refusal("floor_note_changed");
    await tx.delete(floorCodings).where(eq(floorCodings.noteId, noteId));
  });
}
