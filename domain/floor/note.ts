import { z } from "zod";

/** What somebody said in the room, as a rapporteur noted it: under an agenda question, without a name and without a time. */
export type Note = { readonly id: string; readonly text: string; readonly version: number };

/** Characters that a note may have: the point of an intervention, not its record. */
export const LONGEST_NOTE = 2000;

export const noteTextSchema = z.string().trim().min(1).max(LONGEST_NOTE);

/** Notes in an order in which one finds a note again, and which tells nothing of who spoke before whom. */
export function alphabetical<One extends Pick<Note, "id" | "text">>(notes: readonly One[]): One[] {
  const { compare } = new Intl.Collator("en", { numeric: true });
  return notes.toSorted(
    (one, other) => compare(one.text, other.text) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  );
}
