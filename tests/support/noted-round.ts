import { randomUUID } from "node:crypto";
import type { BallotDatabase } from "@/db/ballot/client";
import type { RegistryDatabase } from "@/db/registry/client";
import type { Role } from "@/domain/consultation/access";
import { insertPerson, scene } from "./scene";

/** A round in draft, whoever notes what is said under its questions, and what stands there. */
export async function notedRound(registry: RegistryDatabase, ballot: BallotDatabase) {
  const play = await scene(registry, ballot, 0);
  const { consultationId, missionId, roundId, host, as } = play;
  const place = { consultationId, roundId };
  const somebody = (role: Role) => insertPerson(registry, consultationId, missionId, role);
  const note = (text: string, more = {}) => ({
    ...place,
    noteId: randomUUID(),
    agendaQuestionId: "q1",
    text,
    asWritten: false,
    ...more,
  });
  const asHost = as(host);
  const asRapporteur = as(await somebody("rapporteur"));
  const texts = async () => {
    const { questions } = await asHost.floor.notes(place);
    return questions.map(({ notes }) => notes.map(({ text }) => text));
  };
  return { ...play, place, somebody, note, asHost, asRapporteur, texts };
}
