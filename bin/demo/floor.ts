import { randomUUID } from "node:crypto";
import type { callRegistry } from "@/server/trpc/router";
import { FIRST_WORKSHOP, type SaidInRoom } from "./notes";

type Caller = ReturnType<typeof callRegistry>;
type Round = { readonly consultationId: string; readonly roundId: string };

/** Notes what was said under the agenda questions of a round, as a rapporteur does in the room. */
export async function noteFromFloor({ floor }: Pick<Caller, "floor">, round: Round, said: SaidInRoom) {
  for (const [agendaQuestionId, notes] of Object.entries(said))
    for (const { text } of notes)
      await floor.add({ ...round, agendaQuestionId, noteId: randomUUID(), text, asWritten: false });
}

/** The points that a note of the first workshop makes. */
export const pointsNoted = (note: string): readonly string[] =>
  Object.values(FIRST_WORKSHOP)
    .flat()
    .find(({ text }) => text === note)?.points ?? [];
