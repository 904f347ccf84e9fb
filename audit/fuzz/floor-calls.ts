import { randomUUID } from "node:crypto";
import type { Contents } from "./calls";
import type { FuzzStage } from "./stage";

/** What the procedures of notes from the floor are sent when nothing is wrong with it. */
export function contentsOfFloor({
  drafted: { consultationId, roundId },
}: Pick<FuzzStage, "drafted">): Contents {
  const round = { consultationId, roundId };
  const written = (nth: number) => ({ text: `Said in the room, point ${nth}.`, asWritten: nth % 2 === 0 });
  return {
    "floor.add": (nth) => ({ ...round, ...written(nth), noteId: randomUUID(), agendaQuestionId: "q1" }),
    "floor.edit": (nth) => ({ ...round, ...written(nth), noteId: randomUUID(), version: 1 }),
    "floor.notes": () => round,
    "floor.remove": () => ({ ...round, noteId: randomUUID(), version: 1 }),
  };
}
