import { roomRouter } from "@/server/room/router";
import { type Contents, endpointsOf } from "./calls";
import type { Endpoint } from "./endpoint";
import type { FuzzStage } from "./stage";

/** What the registry's procedures of the session in the room are sent when nothing is wrong with it. */
export function contentsOfConducting({ drafted, open }: Pick<FuzzStage, "drafted" | "open">): Contents {
  const { consultationId, roundId } = drafted;
  const steps = [{ kind: "doors" }, { kind: "question", question: 0 }, { kind: "lastCall", seconds: 60 }];
  return {
    "room.console": () => ({ consultationId }),
    "room.start": () => ({ consultationId, roundId }),
    "room.take": (nth) => ({ consultationId, after: nth >> 1, step: steps[nth % steps.length] }),
    "room.underWay": () => ({ slug: open.slug }),
    "room.undo": (nth) => ({ consultationId, number: 1 + (nth >> 1) }),
  };
}

/** The room as everybody asks for it. A stream is asked for under codes that lead nowhere, or it would not end. */
export const roomEndpoints = (stage: FuzzStage): Endpoint[] => {
  const session = () => ({ code: stage.roomCode });
  const contents: Contents = {
    earlier: session,
    finding: (nth) => ({ ...session(), index: nth % 3 }),
    follow: () => ({ code: "222222", lastEventId: "b41e07c9" }),
    view: session,
  };
  return endpointsOf(roomRouter, "/api/room", contents, () => stage.cookies.host);
};
