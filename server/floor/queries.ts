import "server-only";
import { and, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { floorNotes, rounds } from "@/db/registry/schema";
import { alphabetical, type Note } from "@/domain/floor/note";
import { Refusal } from "@/domain/refusal";
import { destructionDay } from "@/server/theme-releases/destruction-day";

/** The round whose interventions are noted. */
export type FloorPlace = { readonly consultationId: string; readonly roundId: string };

/** An agenda question with what was said under it; its text is null where the round asks it no more. */
type Noted = { readonly id: string; readonly text: string | null; readonly notes: readonly Note[] };

/** A round's agenda questions with the notes under each, and when these are destroyed. Throws `not_found`. */
export async function floorOf(db: RegistryDatabase, { consultationId, roundId }: FloorPlace) {
  const [round] = await db
    .select({
      number: rounds.number,
      stage: rounds.stage,
      timeZone: rounds.timeZone,
      questionnaire: rounds.questionnaire,
    })
    .from(rounds)
    .where(and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId)));
  if (round === undefined) throw new Refusal("not_found");
  const { questionnaire, ...shown } = round;
  const found = await db
    .select({
      id: floorNotes.id,
      text: floorNotes.text,
      version: floorNotes.version,
      question: floorNotes.agendaQuestionId,
    })
    .from(floorNotes)
    .where(eq(floorNotes.roundId, roundId));
  const asked = questionnaire.agendaQuestions.map(({ id }) => id);
  const dropped = [...new Set(found.map(({ question }) => question))].filter((id) => !asked.includes(id));
  const noted = (id: string, text: string | null): Noted => {
    const own = found.filter(({ question }) => question === id);
    return { id, text, notes: alphabetical(own.map(({ question: _, ...note }) => note)) };
  };
  return {
    ...shown,
    questions: [
      ...questionnaire.agendaQuestions.map(({ id, text }) => noted(id, text)),
      ...dropped.toSorted().map((id) => noted(id, null)),
    ],
    destruction: await destructionDay(db, consultationId),
  };
}
