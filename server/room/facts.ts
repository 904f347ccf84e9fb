import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, releases, roomSessions, rounds } from "@/db/registry/schema";
import { parseRelease } from "@/domain/disclosure/release";
import { findingsOf } from "@/domain/findings/finding";
import { Refusal } from "@/domain/refusal";
import type { RoomFacts, RoomRound } from "@/domain/room/shown";
import { enrolmentOf } from "@/server/enrolment/queries";
import { type RecordedStep, type RoomSession, stepsOf } from "./session";

/** Numbers of findings, by round: a release never changes. */
const counted = new LRUCache<string, number>({ max: 500 });

async function countFindings(db: RegistryDatabase, roundId: string): Promise<number> {
  const known = counted.get(roundId);
  if (known !== undefined) return known;
  const [found] = await db
    .select({ release: releases.release, questionnaire: rounds.questionnaire })
    .from(releases)
    .innerJoin(rounds, eq(rounds.id, releases.roundId))
    .where(eq(releases.roundId, roundId));
  if (found === undefined) return 0;
  const number = findingsOf(found.questionnaire, parseRelease(found.release)).length;
  counted.set(roundId, number);
  return number;
}

/** Rounds, as far as everybody in the room learns of them. */
export async function roundsOf(db: RegistryDatabase, ids: readonly string[]): Promise<RoomRound[]> {
  const rows = await db
    .select({
      id: rounds.id,
      number: rounds.number,
      timeZone: rounds.timeZone,
      stage: rounds.stage,
      closesAt: rounds.closesAt,
      extendedByRule: rounds.extendedByRule,
      // Of a questionnaire only this: the facts of a session are read every other second.
      questions: sql<string[]>`jsonb_path_query_array(${rounds.questionnaire}, '$.agendaQuestions[*].text')`,
      closedAt: releases.closedAt,
      publishedAt: releases.publishedAt,
    })
    .from(rounds)
    .leftJoin(releases, eq(releases.roundId, rounds.id))
    .where(inArray(rounds.id, [...ids]));
  return Promise.all(
    rows.map(async ({ closesAt, closedAt, publishedAt, ...round }) => ({
      ...round,
      closesAt: (closedAt ?? closesAt).toISOString(),
      findings: closedAt === null ? null : await countFindings(db, round.id),
      published: publishedAt !== null,
    })),
  );
}

/** A session's facts, with what they are found by. */
export type SessionFacts = RoomFacts & {
  readonly sessionId: string;
  readonly consultationId: string;
  readonly steps: readonly RecordedStep[];
};

/** So that a round which is withdrawn meanwhile, and goes on under another id, is not missed among its session's. */
export const AT_ONE_MOMENT = { isolationLevel: "repeatable read", accessMode: "read only" } as const;

/** All that is shown of a session is worked out from, as it stood at one moment. Throws `room_code_unknown` once it is gone. */
export function factsOf(
  db: RegistryDatabase,
  { id, consultationId }: Pick<RoomSession, "id" | "consultationId">,
): Promise<SessionFacts> {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({
        roundId: roomSessions.roundId,
        consultation: {
          slug: consultations.slug,
          title: consultations.title,
          simulated: consultations.simulated,
        },
      })
      .from(roomSessions)
      .innerJoin(consultations, eq(consultations.id, roomSessions.consultationId))
      .where(eq(roomSessions.id, id));
    if (found === undefined) throw new Refusal("room_code_unknown");
    const steps = await stepsOf(tx, id);
    const { seats: invited, enrolled } = await enrolmentOf(tx, consultationId);
    return {
      ...{ sessionId: id, consultationId, ...found, steps },
      rounds: await roundsOf(tx, [...new Set([found.roundId, ...steps.map((step) => step.roundId)])]),
      seats: { enrolled, invited },
    };
  }, AT_ONE_MOMENT);
}

/** The facts of the session with this code. Throws `room_code_unknown`. */
export async function factsOfCode(db: RegistryDatabase, code: string): Promise<SessionFacts> {
  const [session] = await db.select().from(roomSessions).where(eq(roomSessions.code, code));
  if (session === undefined) throw new Refusal("room_code_unknown");
  return factsOf(db, session);
}
