import "server-only";
import { and, eq, exists, isNull } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { roomSessions, roomSteps, rounds } from "@/db/registry/schema";
import type { RoundStage } from "@/domain/consultation/round";
import { Refusal, type RefusalCode } from "@/domain/refusal";
import { isForgotten } from "@/domain/room/forgotten";
import { changesNext, effectDue, inEffectAt, stateAt } from "@/domain/room/state";
import { audit } from "@/server/audit";
import { wakeAt } from "@/server/conduct/alarm";
import { lockConsultation } from "@/server/consultations/lock";
import { endSession, recordedStep } from "@/server/room/commands";
import { roundsOf } from "@/server/room/facts";
import { endForgotten } from "@/server/room/forgotten";
import { tellRoom } from "@/server/room/notify";
import { openInRoom } from "@/server/room/opening";
import { type RecordedStep, type RoomSession, stepsOf } from "@/server/room/session";
import { closeByHand } from "./closing-time";
import type { Closing } from "./steps";

/** What the clock works with; it acts for whoever took the step. */
type Clock = Omit<Closing, "personId">;
type Due = (clock: Clock) => Promise<void>;

/**
 * Milliseconds by which we may look too early, where the clock of the database is ahead of ours: only then is another look
 * asked for, as every step has asked for its own.
 */
const EARLY = 10_000;

/** A step whose effect is due, and the round that it is about. */
type DueStep = { readonly session: RoomSession; readonly taken: RecordedStep; readonly roundId: string };

async function roundNow(db: RegistryDatabase, roundId: string) {
  const [round] = await db
    .select({ stage: rounds.stage, extendedByRule: rounds.extendedByRule })
    .from(rounds)
    .where(eq(rounds.id, roundId));
  return round;
}

/**
 * Keeps that nothing came of a step, so that the session stands where it stood before; not where the round has gone further
 * meanwhile, since another process has brought the effect about then.
 */
async function refuse(
  { registry, now }: Clock,
  { session: { id, consultationId }, taken, roundId }: DueStep,
  { code, still }: { readonly code: RefusalCode; readonly still: RoundStage },
): Promise<void> {
  await registry.transaction(async (tx) => {
    const [refused] = await tx
      .update(roomSteps)
      .set({ refused: code })
      .where(
        and(
          eq(roomSteps.sessionId, id),
          eq(roomSteps.number, taken.number),
          isNull(roomSteps.refused),
          exists(
            tx
              .select({ id: rounds.id })
              .from(rounds)
              .where(and(eq(rounds.id, roundId), eq(rounds.stage, still))),
          ),
        ),
      )
      .returning({ step: roomSteps.step });
    if (refused === undefined) return;
    const detail = { ...recordedStep(refused.step), code };
    await audit(tx, { consultationId, personId: null, act: "room step refused", detail, at: now });
    await tellRoom(tx, consultationId);
  });
}

/** The code of a refusal that stands; throws what can be tried again, and whatever is no refusal. */
function lasting(error: unknown): RefusalCode {
  if (!(error instanceof Refusal) || error.code === "box_unreachable") throw error;
  return error.code;
}

/** Whether a step still counts once whoever was taking it back has: from then on it is too late for that. */
async function isKept(
  { registry }: Clock,
  { session: { id, consultationId }, taken }: DueStep,
): Promise<boolean> {
  return registry.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const [step] = await tx
      .select({ undone: roomSteps.undone, refused: roomSteps.refused })
      .from(roomSteps)
      .where(and(eq(roomSteps.sessionId, id), eq(roomSteps.number, taken.number)));
    return step !== undefined && !step.undone && step.refused === null;
  });
}

/** Opens the round at its first question. */
async function open(clock: Clock, due: DueStep): Promise<void> {
  if (!(await isKept(clock, due))) return;
  const { session, taken, roundId } = due;
  const { personId } = taken;
  const context = { ...clock, db: clock.registry, actor: { personId } };
  try {
    // Whoever took it has been removed since, with all that they might do.
    if (personId === null) throw new Refusal("not_allowed");
    await openInRoom(context, { consultationId: session.consultationId, roundId });
  } catch (error) {
    const code = lasting(error);
    await refuse(clock, due, { code: code === "not_ready" ? "room_not_opened" : code, still: "draft" });
  }
}

/** Closes the round as by hand, unless fewer than ten responses are in: then the rule has extended it. */
async function close(clock: Clock, due: DueStep): Promise<void> {
  if (!(await isKept(clock, due))) return;
  const { session, taken, roundId } = due;
  try {
    await closeByHand({ ...clock, personId: taken.personId }, session.consultationId, roundId);
  } catch (error) {
    const code = lasting(error);
    const told = code === "closing_early_spent" ? "too_few_responses" : code;
    return refuse(clock, due, { code: told, still: "open" });
  }
  const round = await roundNow(clock.registry, roundId);
  if (round?.stage === "open" && round.extendedByRule)
    await refuse(clock, due, { code: "too_few_responses", still: "open" });
}

/** Ends a session whose last step was to end it. */
const end =
  (session: RoomSession): Due =>
  ({ registry, now }) =>
    registry.transaction(async (tx) => {
      await endSession(tx, session, now);
      await tellRoom(tx, session.consultationId);
    });

/**
 * What is due of one session: the effect of its last step, its end where its hosts have forgotten it, or another look where
 * its next moment is still to come.
 */
async function dueOf(db: RegistryDatabase, session: RoomSession, now: Date): Promise<Due[]> {
  const steps = await stepsOf(db, session.id);
  const state = stateAt(session.roundId, steps, now);
  if (state.phase === "ended") return [end(session)];
  const { roundId } = state;
  const taken = inEffectAt(steps, now);
  const [round] = await roundsOf(db, [roundId]);
  const stage = round?.stage;
  const effect = stage === undefined ? null : effectDue(state, stage);
  if (round !== undefined && effect === null && isForgotten({ ...session, steps, round }, now))
    return [(clock) => endForgotten(clock.registry, session, clock.now)];
  const next = changesNext(session.roundId, steps, now);
  const again: Due[] =
    next === null || next.getTime() - now.getTime() > EARLY
      ? []
      : [({ registry }) => wakeAt(registry, session.consultationId, next)];
  if (taken === null || effect === null) return again;
  // From `opening` and `closing` on, what is due is found without the session.
  if (effect === "open" && stage === "draft")
    return [(clock) => open(clock, { session, taken, roundId }), ...again];
  if (effect === "close" && stage === "open")
    return [(clock) => close(clock, { session, taken, roundId }), ...again];
  return again;
}

/** What is due of every session in the room that is under way, in one consultation or in all. */
export async function dueInRooms(db: RegistryDatabase, now: Date, consultationId?: string): Promise<Due[]> {
  const sessions = await db
    .select()
    .from(roomSessions)
    .where(
      and(
        isNull(roomSessions.endedAt),
        consultationId === undefined ? undefined : eq(roomSessions.consultationId, consultationId),
      ),
    );
  return (await Promise.all(sessions.map((session) => dueOf(db, session, now)))).flat();
}
