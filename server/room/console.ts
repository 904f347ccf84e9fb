import "server-only";
import { asc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { rounds } from "@/db/registry/schema";
import { Refusal, type RefusalCode } from "@/domain/refusal";
import { roundAt, viewAt } from "@/domain/room/shown";
import { pendingAt, stateAt } from "@/domain/room/state";
import { sentenceOf, sentenceOfIssue } from "@/server/words";
import { AT_ONE_MOMENT, factsOf } from "./facts";
import { issuesInRoom } from "./opening";
import { type RecordedStep, type RoomSession, sessionUnderWay } from "./session";
import { roomSituation } from "./situation";

/** A step as hosts read of it; what was refused, in a sentence. */
function told({ number, step, by, takenAt, undone, refused }: RecordedStep) {
  // Written by the clock alone, which knows no other codes.
  const why = refused === null ? null : sentenceOf(new Refusal(refused as RefusalCode));
  return { number, step, by, takenAt, undone, refused: why };
}

async function sessionOf(db: RegistryDatabase, session: RoomSession, now: Date) {
  const facts = await factsOf(db, session);
  const { steps } = facts;
  const state = stateAt(facts.roundId, steps, now);
  const round = roundAt(facts, state);
  const situation = await roomSituation(db, session.consultationId, { state, round });
  const pending = pendingAt(steps, now);
  return {
    id: session.id,
    code: session.code,
    startedAt: session.startedAt.toISOString(),
    view: viewAt(facts, now),
    /** Where it stands, and what the next step depends on. */
    situation,
    pending:
      pending === null
        ? null
        : { number: pending.number, step: pending.step, effectAt: pending.effectAt, by: pending.by },
    steps: steps.map(told).toReversed(),
    last: steps.at(-1)?.number ?? 0,
    questions: round.questions,
  };
}

/** The rounds with which a session can be started, and what would keep each from being opened there. */
async function startableIn(db: RegistryDatabase, consultationId: string, now: Date) {
  const all = await db
    .select()
    .from(rounds)
    .where(eq(rounds.consultationId, consultationId))
    .orderBy(asc(rounds.number));
  return Promise.all(
    all.map(async (round) => ({
      roundId: round.id,
      number: round.number,
      stage: round.stage,
      issues: round.stage === "draft" ? (await issuesInRoom(db, round, now)).map(sentenceOfIssue) : [],
    })),
  );
}

/**
 * What hosts conduct a session from, at one moment: where it stands, what is pending, and what was done by whom; or, while
 * none is under way, the rounds with which one can be started.
 */
export function roomConsole(db: RegistryDatabase, consultationId: string, now: Date) {
  return db.transaction(async (tx) => {
    const found = await sessionUnderWay(tx, consultationId);
    const read = found === null ? null : await sessionOf(tx, found, now);
    // It has ended from its last step on, before the clock has written that down.
    const session = read?.view.phase === "ended" ? null : read;
    return { session, startable: session === null ? await startableIn(tx, consultationId, now) : [] };
  }, AT_ONE_MOMENT);
}
