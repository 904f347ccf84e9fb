import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { roomSessions, roomSteps, rounds } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";
import { codeFrom } from "@/domain/room/code";
import { pendingAt, type RoomState, stateAt } from "@/domain/room/state";
import { type Step, UNDO_SECONDS } from "@/domain/room/step";
import { audit } from "@/server/audit";
import { wakeAt } from "@/server/conduct/alarm";
import { lockConsultation } from "@/server/consultations/lock";
import { sentenceOfIssue } from "@/server/words";
import { roundToAskAgain } from "./again";
import { tellRoom } from "./notify";
import { issuesInRoom } from "./opening";
import { type RecordedStep, type RoomSession, sessionUnderWay, stepsOf } from "./session";
import { obstacleTo } from "./situation";

type Setting = { readonly actor: Actor; readonly now: Date };

/** Codes that are tried: one that is taken is as good as never drawn. */
const DRAWS = 20;

/** What the log says of a step: its kind, and the number of its question or finding. */
export function recordedStep(step: Step) {
  if (step.kind === "question")
    return step.question === null ? { of: "allQuestions" } : { of: step.kind, number: step.question + 1 };
  return step.kind === "finding" ? { of: step.kind, number: step.finding + 1 } : { of: step.kind };
}

/** Ends a session whose last step was to end it. */
export async function endSession(tx: RegistryDatabase, session: RoomSession, now: Date): Promise<void> {
  await tx
    .update(roomSessions)
    .set({ endedAt: now })
    .where(and(eq(roomSessions.id, session.id), isNull(roomSessions.endedAt)));
}

/** A session with its steps, and where it stands. */
async function standing(tx: RegistryDatabase, consultationId: string, now: Date) {
  const session = await sessionUnderWay(tx, consultationId);
  if (session === null) return null;
  const steps = await stepsOf(tx, session.id);
  return { session, steps, state: stateAt(session.roundId, steps, now) };
}

/**
 * Starts a session in the room with a round, and gives its code. Throws `not_found`, and `room_under_way` while the
 * consultation has another. `newBytes` gives random bytes for one code, and is asked again where it is taken.
 */
export async function startSession(
  db: RegistryDatabase,
  { consultationId, roundId }: { readonly consultationId: string; readonly roundId: string },
  { actor, now, newBytes }: Setting & { readonly newBytes: () => Uint8Array },
): Promise<{ code: string }> {
  return db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const before = await standing(tx, consultationId, now);
    if (before !== null && before.state.phase !== "ended") throw new Refusal("room_under_way");
    if (before !== null) await endSession(tx, before.session, now);
    const [round] = await tx
      .select({ number: rounds.number })
      .from(rounds)
      .where(and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId)));
    if (round === undefined) throw new Refusal("not_found");
    const code = await insertSession(tx, { consultationId, roundId, startedAt: now }, newBytes);
    await audit(tx, { consultationId, personId: actor.personId, act: "room opened", detail: round, at: now });
    return { code };
  });
}

async function insertSession(
  tx: RegistryDatabase,
  session: Pick<RoomSession, "consultationId" | "roundId" | "startedAt">,
  newBytes: () => Uint8Array,
): Promise<string> {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const code = codeFrom(newBytes());
    if (code === null) continue;
    const [inserted] = await tx
      .insert(roomSessions)
      .values({ id: crypto.randomUUID(), code, ...session })
      .onConflictDoNothing({ target: roomSessions.code })
      .returning({ code: roomSessions.code });
    if (inserted !== undefined) return inserted.code;
  }
  throw new Error("no room code is free");
}

/** Refuses whoever did not see the last step, and everybody while a step can still be taken back. */
function refuseUnlessNext(steps: readonly RecordedStep[], after: number, now: Date): void {
  const last = steps.at(-1);
  if (last !== undefined && last.number !== after)
    throw new Refusal("room_moved_on", { name: last.by ?? "none" });
  if (pendingAt(steps, now) !== null) throw new Refusal("room_step_pending");
}

/** The round that a step is about. Before it opens, everything that keeps it from opening is said at once. */
async function roundOfStep(
  tx: RegistryDatabase,
  consultationId: string,
  { step, state }: { readonly step: Step; readonly state: RoomState },
  { actor, now }: Setting,
): Promise<string> {
  if (step.kind !== "question" && step.kind !== "askAgain") return state.roundId;
  const round = { consultationId, roundId: state.roundId };
  const roundId =
    step.kind === "question"
      ? state.roundId
      : await roundToAskAgain(tx, round, { personId: actor.personId, now });
  const [row] = await tx.select().from(rounds).where(eq(rounds.id, roundId));
  if (row?.stage !== "draft") return roundId;
  const issues = await issuesInRoom(tx, row, now);
  if (issues.length > 0) throw new Refusal("not_ready", { issues: issues.map(sentenceOfIssue).join(" ") });
  return roundId;
}

/**
 * Takes the next step of the session under way, and gives its number; it takes effect after the seconds in which it can be
 * taken back. `after` is the number of the last step that whoever asks has seen, 0 for none: of two hosts who are as fast,
 * one is told who was faster. Throws `room_none`, `room_moved_on`, `room_step_pending`, what `whyNot` names, and `not_ready`
 * where a question cannot open its round.
 */
export async function takeStep(
  db: RegistryDatabase,
  {
    consultationId,
    after,
    step,
  }: { readonly consultationId: string; readonly after: number; readonly step: Step },
  { actor, now }: Setting,
): Promise<{ number: number }> {
  const { personId } = actor;
  return db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const found = await standing(tx, consultationId, now);
    if (found === null) throw new Refusal("room_none");
    const { session, steps, state } = found;
    refuseUnlessNext(steps, after, now);
    const obstacle = await obstacleTo(tx, { consultationId, state, step });
    if (obstacle !== null) throw new Refusal(obstacle);
    const roundId = await roundOfStep(tx, consultationId, { step, state }, { actor, now });
    const number = (steps.at(-1)?.number ?? 0) + 1;
    const effectAt = new Date(now.getTime() + UNDO_SECONDS * 1_000);
    const taken = { sessionId: session.id, number, step, roundId, personId, takenAt: now, effectAt };
    await tx.insert(roomSteps).values(taken);
    await wakeAt(tx, consultationId, effectAt);
    if (step.kind === "lastCall")
      await wakeAt(tx, consultationId, new Date(effectAt.getTime() + step.seconds * 1_000));
    const detail = recordedStep(step);
    await audit(tx, { consultationId, personId, act: "room step taken", detail, at: now });
    await tellRoom(tx, consultationId);
    return { number };
  });
}

/**
 * Takes a step back before it takes effect. Throws `room_none`, and `room_undo_late` once nothing of it can be undone: be it
 * only since whoever asks waited for their turn.
 */
export async function undoStep(
  db: RegistryDatabase,
  { consultationId, number }: { readonly consultationId: string; readonly number: number },
  { actor, now }: Setting,
): Promise<void> {
  const asked = performance.now();
  await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const turn = new Date(now.getTime() + (performance.now() - asked));
    const session = await sessionUnderWay(tx, consultationId);
    if (session === null) throw new Refusal("room_none");
    const [undone] = await tx
      .update(roomSteps)
      .set({ undone: true })
      .where(
        and(
          eq(roomSteps.sessionId, session.id),
          eq(roomSteps.number, number),
          eq(roomSteps.undone, false),
          isNull(roomSteps.refused),
          gt(roomSteps.effectAt, turn),
        ),
      )
      .returning({ step: roomSteps.step });
    if (undone === undefined) throw new Refusal("room_undo_late");
    const detail = recordedStep(undone.step);
    const { personId } = actor;
    await audit(tx, { consultationId, personId, act: "room step taken back", detail, at: now });
    await tellRoom(tx, consultationId);
  });
}
