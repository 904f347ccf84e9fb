import "server-only";
import type { RegistryDatabase } from "@/db/registry/client";
import { type RoomObstacle, type RoomSituation, whyNot } from "@/domain/room/possible";
import type { RoomState } from "@/domain/room/state";
import type { Step } from "@/domain/room/step";
import { canAskAgain } from "./again";
import { roundsOf } from "./facts";

/** What the next step of a session depends on, where it stands at this state. */
export async function roomSituation(
  db: RegistryDatabase,
  consultationId: string,
  state: RoomState,
): Promise<RoomSituation> {
  const [round] = await roundsOf(db, [state.roundId]);
  if (round === undefined) throw new Error("the round of a step is not there");
  const { stage, extendedByRule, questions, findings } = round;
  const another = await canAskAgain(db, { consultationId, roundId: state.roundId });
  return { state, stage, extendedByRule, questions: questions.length, findings, another };
}

/** Why a step cannot be taken from a state; null where it can. */
export async function obstacleTo(
  db: RegistryDatabase,
  {
    consultationId,
    state,
    step,
  }: { readonly consultationId: string; readonly state: RoomState; readonly step: Step },
): Promise<RoomObstacle | null> {
  return whyNot(step, await roomSituation(db, consultationId, state));
}
