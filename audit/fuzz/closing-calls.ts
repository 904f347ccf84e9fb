import { randomUUID } from "node:crypto";
import { NO_CHANGE } from "@/domain/themes/coding";
import { closingRouter } from "@/server/trpc/closing-router";
import { type Contents, endpointsOf } from "./calls";
import type { Endpoint } from "./endpoint";
import type { FuzzStage } from "./stage";

/** The closes of rounds and windows, and the bench at which open answers are coded. */
export const closingEndpoints = (stage: FuzzStage): Endpoint[] => {
  const { consultationId, roundId } = stage.drafted;
  const round = () => ({ consultationId, roundId });
  const item = () => ({ ...round(), itemId: "comments" });
  const contents: Contents = {
    "releases.close": round,
    "releases.closeWindow": round,
    "themes.answers": item,
    "themes.bench": round,
    "themes.change": () => ({
      ...item(),
      change: { ...NO_CHANGE, add: [{ id: randomUUID(), wording: "Be open about cost" }] },
    }),
    "themes.coding": item,
    "themes.destroy": () => ({ consultationId }),
    "themes.notes": item,
    "themes.release": item,
    "themes.sayDone": item,
    "themes.settle": item,
    "themes.takeSecondPlace": item,
  };
  return endpointsOf(closingRouter, "/api/closing", contents, () => stage.cookies.host);
};
