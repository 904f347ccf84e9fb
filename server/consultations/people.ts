import "server-only";
import { and, count, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { coHosts, people, roles } from "@/db/registry/schema";
import type { Actor, Role } from "@/domain/consultation/access";
import { type NewPerson, personIssues } from "@/domain/consultation/person";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { invitePerson, missionNamed } from "@/server/auth/invitation";
import { sentenceOfIssue } from "@/server/words";
import { lockConsultation } from "./lock";

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

/**
 * Gives a person a role; whoever is new may sign in from then on. Throws `person_to_mend`, `has_a_role`,
 * `acts_for_another_mission`.
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
    await lockConsultation(tx, consultationId);
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

async function heldRole(
  tx: RegistryDatabase,
  consultationId: string,
  personId: string,
): Promise<{ role: Role; missionId: string | null }> {
  const [held] = await tx
    .select({ role: roles.role, missionId: people.missionId })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(eq(roles.consultationId, consultationId), eq(roles.personId, personId)));
  if (held === undefined) throw new Refusal("not_found");
  return held;
}

/** Takes a person's role away. Throws `last_host` for the last host of a co-hosting mission. */
export async function removePerson(
  db: RegistryDatabase,
  consultationId: string,
  personId: string,
  { actor, now }: Setting,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const { role, missionId } = await heldRole(tx, consultationId, personId);
    if (role === "host" && missionId !== null && (await hostsOfMission(tx, consultationId, missionId)) <= 1)
      throw new Refusal("last_host");
    await tx.delete(roles).where(and(eq(roles.consultationId, consultationId), eq(roles.personId, personId)));
    const detail = { personId, role };
    await audit(tx, { consultationId, personId: actor.personId, act: "person removed", detail, at: now });
  });
}
