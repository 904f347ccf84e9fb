import "server-only";
import type { RegistryDatabase } from "@/db/registry/client";
import { type RoomObstacle, type RoomSituation, whyNot } from "@/domain/room/possible";
import type { RoomRound } from "@/domain/room/shown";
import type { RoomState } from "@/domain/room/state";
import type { Step } from "@/domain/room/step";
import { canAskAgain } from "./again";
import { roundsOf } from "./facts";

/** What the next step of a session depends on, where it stands at this state, which is about this round. */
export async function roomSituation(
  db: RegistryDatabase,
  consultationId: string,
  { state, round }: { readonly state: RoomState; readonly round: RoomRound },
): Promise<RoomSituation> {
  const { stage, extendedByRule, questions, findings } = round;
  const another = await canAskAgain(db, { consultationId, roundId: round.id });
  return { state, stage, extendedByRule, questions: questions.length, findings, another };
}

/** Why a step cannot be taken from a state; null where it can. Within the lock of the consultation. */
export async function obstacleTo(
  tx: RegistryDatabase,
  {
    consultationId,
    state,
    step,
  }: { readonly consultationId: string; readonly state: RoomState; readonly step: Step },
): Promise<RoomObstacle | null> {
  const [round] = await roundsOf(tx, [state.roundId]);
  if (round === undefined) throw new Error("the round of a step is not there");
  return whyNot(step, await roomSituation(tx, consultationId, { state, round }));
}
