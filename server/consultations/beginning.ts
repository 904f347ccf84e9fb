import "server-only";
import { asc, count, eq, inArray } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, missions, rounds, seats } from "@/db/registry/schema";
import { type Actor, may } from "@/domain/consultation/access";
import { localTimeOf } from "@/domain/consultation/consultation";
import { shiftedRounds } from "@/domain/consultation/schedule";
import { Refusal } from "@/domain/refusal";
import { missionsOf } from "./co-hosts";

type Asking = { readonly actor: Actor; readonly now: Date };

async function seatsOf(db: RegistryDatabase, consultationId: string): Promise<number> {
  const [found] = await db
    .select({ seats: count() })
    .from(seats)
    .where(eq(seats.consultationId, consultationId));
  return found?.seats ?? 0;
}

/** What setting up begins with: for whom, from when, and which consultations the actor can copy, as a host of theirs. */
export async function beginning(db: RegistryDatabase, { actor, now }: Asking) {
  const [mission] =
    actor.missionId === null
      ? []
      : await db.select({ name: missions.name }).from(missions).where(eq(missions.id, actor.missionId));
  const ids = Object.keys(actor.roles).filter((id) => may(actor, "prepare", id));
  const earlier = await db
    .select({ id: consultations.id, title: consultations.title, subject: consultations.subject })
    .from(consultations)
    .where(inArray(consultations.id, ids))
    .orderBy(asc(consultations.title));
  return {
    personId: actor.personId,
    /** The mission for which the actor sets up; null for nobody's, who cannot. */
    mission: mission?.name ?? null,
    now: now.toISOString(),
    earlier,
  };
}

/**
 * What a copy of a consultation starts from: its words, the missions that held it with the actor's (named, without any
 * person of theirs), its rounds moved on to coming weeks, and how many seats it has. Throws `not_found`.
 */
export async function copyStart(db: RegistryDatabase, consultationId: string, { actor, now }: Asking) {
  const [consultation] = await db
    .select({ title: consultations.title, subject: consultations.subject, rule: consultations.rule })
    .from(consultations)
    .where(eq(consultations.id, consultationId));
  if (consultation === undefined) throw new Refusal("not_found");
  const planned = await db
    .select()
    .from(rounds)
    .where(eq(rounds.consultationId, consultationId))
    .orderBy(asc(rounds.number));
  // A round of another zone is told by the clock of the first: a consultation is set up in one.
  const timeZone = planned[0]?.timeZone ?? null;
  const told = planned.map(({ number, level, opensAt, closesAt }) => ({
    level,
    opensAt: localTimeOf(opensAt, timeZone ?? "UTC"),
    closesAt: localTimeOf(closesAt, timeZone ?? "UTC"),
    copies: number,
  }));
  return {
    ...consultation,
    timeZone,
    missions: (await missionsOf(db, consultationId))
      .filter(({ id }) => id !== actor.missionId)
      .map(({ name }) => name),
    rounds: shiftedRounds(told, now, timeZone ?? "UTC"),
    seats: await seatsOf(db, consultationId),
  };
}
