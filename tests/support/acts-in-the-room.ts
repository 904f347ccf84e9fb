import type { ActStage, Recorded } from "./acts-of-preparing";

/** Each act of a host in a session in the room, in an order in which it can be done. */
export function actsInTheRoom({ play }: ActStage): Readonly<Record<string, Recorded>> {
  const { consultationId, roundId } = play;
  const room = () => play.as(play.host).room;
  return {
    "room.start": { act: "room opened", done: () => room().start({ consultationId, roundId }) },
    "room.take": {
      act: "room step taken",
      done: () => room().take({ consultationId, after: 0, step: { kind: "doors" } }),
    },
    "room.undo": { act: "room step taken back", done: () => room().undo({ consultationId, number: 1 }) },
  };
}
