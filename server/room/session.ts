import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, people, roomSessions, roomSteps } from "@/db/registry/schema";
import type { TakenStep } from "@/domain/room/step";

/** A session as its row has it. */
export type RoomSession = typeof roomSessions.$inferSelect;

/** A step with who took it and when. */
export type RecordedStep = TakenStep & {
  readonly personId: string | null;
  /** Null where that person is not known any more. */
  readonly by: string | null;
  /** ISO. */
  readonly takenAt: string;
};

/** The session under way in a consultation; null where none is. */
export async function sessionUnderWay(
  db: RegistryDatabase,
  consultationId: string,
): Promise<RoomSession | null> {
  const [session] = await db
    .select()
    .from(roomSessions)
    .where(and(eq(roomSessions.consultationId, consultationId), isNull(roomSessions.endedAt)));
  return session ?? null;
}

/** The code of the session under way in the consultation with this slug; null where none is, or there is none. */
export async function codeUnderWay(db: RegistryDatabase, slug: string): Promise<string | null> {
  const [session] = await db
    .select({ code: roomSessions.code })
    .from(roomSessions)
    .innerJoin(consultations, eq(consultations.id, roomSessions.consultationId))
    .where(and(eq(consultations.slug, slug), isNull(roomSessions.endedAt)));
  return session?.code ?? null;
}

/** The steps of a session in the order of their numbers. */
export async function stepsOf(db: RegistryDatabase, sessionId: string): Promise<RecordedStep[]> {
  const rows = await db
    .select({ taken: roomSteps, name: people.name, email: people.email })
    .from(roomSteps)
    .leftJoin(people, eq(people.id, roomSteps.personId))
    .where(eq(roomSteps.sessionId, sessionId))
    .orderBy(asc(roomSteps.number));
  return rows.map(({ taken: { number, step, roundId, personId, undone, refused, ...at }, name, email }) => ({
    number,
    step,
    roundId,
    personId,
    by: name ?? email,
    takenAt: at.takenAt.toISOString(),
    effectAt: at.effectAt.toISOString(),
    undone,
    refused,
  }));
}
