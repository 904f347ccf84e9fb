import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import {
  coHosts,
  editions,
  people,
  releases,
  replacements,
  roles,
  rounds,
  seats,
  signatures,
} from "@/db/registry/schema";
import { subjectKey } from "@/domain/edition/signed";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { missionsOf } from "@/server/consultations/co-hosts";
import { lockForHost } from "@/server/consultations/lock";
import type { Changing } from "./roles";

/** The names under which signatures are kept of what is not done yet. */
async function pendingSubjects(tx: RegistryDatabase, consultationId: string): Promise<string[]> {
  const unpublished = await tx
    .select({ roundId: rounds.id })
    .from(rounds)
    .leftJoin(releases, eq(releases.roundId, rounds.id))
    .where(and(eq(rounds.consultationId, consultationId), isNull(releases.publishedAt)));
  const standing = await tx
    .select({ number: editions.number })
    .from(editions)
    .where(and(eq(editions.consultationId, consultationId), isNull(editions.withdrawnAt)));
  return [
    subjectKey({ of: "report" }),
    ...unpublished.map(({ roundId }) => subjectKey({ of: "findings", roundId })),
    ...standing.map(({ number }) => subjectKey({ of: "withdrawal", number })),
  ];
}

/** New credentials that are asked for take the agreement of all; who that is has changed, so they are asked for anew. */
async function layRequestsAside(tx: RegistryDatabase, consultationId: string): Promise<void> {
  const panel = tx.select({ id: seats.id }).from(seats).where(eq(seats.consultationId, consultationId));
  await tx.delete(replacements).where(inArray(replacements.seatId, panel));
}

/**
 * Ends the co-hosting of the actor's own mission. Its hosts lose that role; its signatures count no longer for what is not
 * published, and stay with what is. Throws `last_mission`, `not_allowed`.
 */
export async function endCoHosting(
  db: RegistryDatabase,
  { consultationId, actor, now }: Changing,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockForHost(tx, consultationId, actor);
    const coHosting = await missionsOf(tx, consultationId);
    const mission = coHosting.find(({ id }) => id === actor.missionId);
    if (mission === undefined) throw new Refusal("not_allowed");
    if (coHosting.length === 1) throw new Refusal("last_mission");
    const ofMission = eq(signatures.missionId, mission.id);
    const pending = inArray(signatures.subject, await pendingSubjects(tx, consultationId));
    await tx.delete(signatures).where(and(eq(signatures.consultationId, consultationId), ofMission, pending));
    await layRequestsAside(tx, consultationId);
    const itsPeople = tx.select({ id: people.id }).from(people).where(eq(people.missionId, mission.id));
    const itsHosts = and(
      eq(roles.consultationId, consultationId),
      eq(roles.role, "host"),
      inArray(roles.personId, itsPeople),
    );
    const left = await tx.delete(roles).where(itsHosts).returning({ personId: roles.personId });
    await tx
      .delete(coHosts)
      .where(and(eq(coHosts.consultationId, consultationId), eq(coHosts.missionId, mission.id)));
    const detail = { title: mission.name, people: left.map(({ personId }) => personId) };
    await audit(tx, { consultationId, personId: actor.personId, act: "mission left", detail, at: now });
  });
}
