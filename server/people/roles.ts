import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { coHosts, people, roles } from "@/db/registry/schema";
import type { Actor, Role } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { missionNamed } from "@/server/auth/invitation";
import { lockConsultation, lockForHost } from "@/server/consultations/lock";
import { heldRole, refuseForOtherMission, takenRole } from "@/server/consultations/people";

/** Who changes people in which consultation, and when. */
export type Changing = { readonly consultationId: string; readonly actor: Actor; readonly now: Date };

/** The row of somebody's role. */
export const roleOf = (consultationId: string, personId: string) =>
  and(eq(roles.consultationId, consultationId), eq(roles.personId, personId));

type NewRole = {
  readonly personId: string;
  readonly role: Role;
  /** For which mission somebody hosts who acts for none yet; counts for nobody else. */
  readonly mission: string;
};

/** The mission for which somebody hosts from now on; it co-hosts. */
async function hostingFor(
  tx: RegistryDatabase,
  { consultationId, actor }: Changing,
  personId: string,
  mission: string,
): Promise<void> {
  if (mission === "") throw new Refusal("host_without_mission");
  await refuseForOtherMission(tx, consultationId, mission, actor);
  const missionId = await missionNamed(tx, mission);
  await tx
    .update(people)
    .set({ missionId })
    .where(and(eq(people.id, personId), isNull(people.missionId)));
  await tx.insert(coHosts).values({ consultationId, missionId }).onConflictDoNothing();
}

/**
 * Gives somebody another role; nothing else of theirs changes. Throws what `takenRole` throws, `host_without_mission`,
 * and `hosts_of_another_mission` for a new host of a mission that has some and is not the actor's.
 */
export async function changeRole(
  db: RegistryDatabase,
  changing: Changing,
  { personId, role, mission }: NewRole,
): Promise<void> {
  const { consultationId, actor, now } = changing;
  await db.transaction(async (tx) => {
    await lockForHost(tx, consultationId, actor);
    const present = await heldRole(tx, consultationId, personId);
    if (present.role === role) return;
    await takenRole(tx, consultationId, personId, actor);
    if (role === "host") await hostingFor(tx, changing, personId, present.mission ?? mission.trim());
    await tx.update(roles).set({ role }).where(roleOf(consultationId, personId));
    const detail = { personId, role, was: present.role };
    await audit(tx, { consultationId, personId: actor.personId, act: "role changed", detail, at: now });
  });
}

/** Lays one's own role down. Throws `not_found` where there is none any more, `last_host`. */
export async function leave(db: RegistryDatabase, { consultationId, actor, now }: Changing): Promise<void> {
  const { personId } = actor;
  await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const { role } = await takenRole(tx, consultationId, personId, actor);
    await tx.delete(roles).where(roleOf(consultationId, personId));
    await audit(tx, { consultationId, personId, act: "person left", detail: { personId, role }, at: now });
  });
}
