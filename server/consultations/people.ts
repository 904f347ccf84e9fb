import "server-only";
import { and, count, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { coHosts, missions, people, roles } from "@/db/registry/schema";
import { type Actor, mayChangeHostsOf } from "@/domain/consultation/access";
import { type Held, obstacleToTaking } from "@/domain/consultation/hosting";
import { type NewPerson, personIssues } from "@/domain/consultation/person";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { invitePerson, missionKnownAs, missionNamed } from "@/server/auth/invitation";
import { sentenceOfIssue } from "@/server/words";
import { lockForHost } from "./lock";

type Setting = { readonly actor: Actor; readonly now: Date };

/** Gives a role to whoever holds an address; a host's mission becomes a co-host. Throws `has_a_role`. */
export async function giveRole(
  tx: RegistryDatabase,
  consultationId: string,
  person: NewPerson,
): Promise<string> {
  const mission = person.mission.trim();
  const missionId = mission === "" ? null : await missionNamed(tx, mission);
  const personId = await invitePerson(tx, {
    email: person.email,
    name: person.name.trim() || null,
    missionId,
  });
  if (person.role === "host" && missionId !== null)
    await tx.insert(coHosts).values({ consultationId, missionId }).onConflictDoNothing();
  const given = await tx
    .insert(roles)
    .values({ consultationId, personId, role: person.role })
    .onConflictDoNothing()
    .returning({ personId: roles.personId });
  if (given.length === 0) throw new Refusal("has_a_role", { email: person.email.trim() });
  return personId;
}

/** Throws `hosts_of_another_mission` where the mission has hosts here and the actor is none of them. */
export async function refuseForOtherMission(
  tx: RegistryDatabase,
  consultationId: string,
  mission: string,
  actor: Actor,
): Promise<void> {
  const known = await missionKnownAs(tx, mission);
  if (known === undefined || mayChangeHostsOf(actor, known)) return;
  if ((await hostsOfMission(tx, consultationId, known)) > 0)
    throw new Refusal("hosts_of_another_mission", { mission });
}

/**
 * Gives a person a role; whoever is new may sign in from then on. Any host may bring in a mission that holds the
 * consultation with them; its further hosts are its own to name. Throws `person_to_mend`, `has_a_role`,
 * `acts_for_another_mission`, `hosts_of_another_mission`.
 */
export async function addPerson(
  db: RegistryDatabase,
  consultationId: string,
  person: NewPerson,
  { actor, now }: Setting,
): Promise<void> {
  const issues = personIssues(person);
  if (issues.length > 0)
    throw new Refusal("person_to_mend", { issues: issues.map(sentenceOfIssue).join(" ") });
  await db.transaction(async (tx) => {
    await lockForHost(tx, consultationId, actor);
    // Whoever acts for a mission can set consultations up in its name, whatever their role is here.
    await refuseForOtherMission(tx, consultationId, person.mission.trim(), actor);
    const personId = await giveRole(tx, consultationId, person);
    const detail = { personId, role: person.role };
    await audit(tx, { consultationId, personId: actor.personId, act: "person added", detail, at: now });
  });
}

async function hostsOfMission(
  tx: RegistryDatabase,
  consultationId: string,
  missionId: string,
): Promise<number> {
  const [hosts] = await tx
    .select({ count: count() })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(
      and(eq(roles.consultationId, consultationId), eq(roles.role, "host"), eq(people.missionId, missionId)),
    );
  return hosts?.count ?? 0;
}

/** What somebody is in a consultation, and the name of the mission for which they are. Throws `not_found`. */
export async function heldRole(
  tx: RegistryDatabase,
  consultationId: string,
  personId: string,
): Promise<Held & { readonly mission: string | null }> {
  const [held] = await tx
    .select({ role: roles.role, missionId: people.missionId, mission: missions.name })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .leftJoin(missions, eq(missions.id, people.missionId))
    .where(and(eq(roles.consultationId, consultationId), eq(roles.personId, personId)));
  if (held === undefined) throw new Refusal("not_found");
  return held;
}

/**
 * The role that the actor may take from somebody. Throws `not_found`, `last_host` for the last host of a co-hosting
 * mission, and `hosts_of_another_mission` for a host of a mission that is not the actor's.
 */
export async function takenRole(
  tx: RegistryDatabase,
  consultationId: string,
  personId: string,
  actor: Actor,
) {
  const held = await heldRole(tx, consultationId, personId);
  const hosts = held.missionId === null ? 0 : await hostsOfMission(tx, consultationId, held.missionId);
  const obstacle = obstacleToTaking(held, actor, hosts);
  if (obstacle !== null) throw new Refusal(obstacle, { mission: held.mission ?? "" });
  return held;
}

/** Takes a person's role away. Throws what `takenRole` throws. */
export async function removePerson(
  db: RegistryDatabase,
  consultationId: string,
  personId: string,
  { actor, now }: Setting,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockForHost(tx, consultationId, actor);
    const { role } = await takenRole(tx, consultationId, personId, actor);
    await tx.delete(roles).where(and(eq(roles.consultationId, consultationId), eq(roles.personId, personId)));
    const detail = { personId, role };
    await audit(tx, { consultationId, personId: actor.personId, act: "person removed", detail, at: now });
  });
}
