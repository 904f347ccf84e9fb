import "server-only";
import type { RegistryDatabase } from "@/db/registry/client";
import { roomSteps } from "@/db/registry/schema";
import { isForgotten } from "@/domain/room/forgotten";
import { stateAt } from "@/domain/room/state";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { endSession } from "./commands";
import { roundsOf } from "./facts";
import { tellRoom } from "./notify";
import { type RoomSession, sessionUnderWay, stepsOf } from "./session";

/**
 * Ends a session that its hosts have forgotten, by a step of nobody's; unless one of them has taken a step while this waited
 * for its turn, or another process has ended it.
 */
export async function endForgotten(
  db: RegistryDatabase,
  { id: sessionId, consultationId }: Pick<RoomSession, "id" | "consultationId">,
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const session = await sessionUnderWay(tx, consultationId);
    if (session?.id !== sessionId) return;
    const steps = await stepsOf(tx, sessionId);
    const { roundId } = stateAt(session.roundId, steps, now);
    const [round] = await roundsOf(tx, [roundId]);
    if (round === undefined || !isForgotten({ ...session, steps, round }, now)) return;
    const number = (steps.at(-1)?.number ?? 0) + 1;
    // Nobody is there to take it back.
    const moments = { takenAt: now, effectAt: now };
    await tx.insert(roomSteps).values({ sessionId, number, step: { kind: "end" }, roundId, ...moments });
    await endSession(tx, session, now);
    const detail = { number: round.number };
    await audit(tx, { consultationId, personId: null, act: "room ended by the clock", detail, at: now });
    await tellRoom(tx, consultationId);
  });
}
