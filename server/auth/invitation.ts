import "server-only";
import { and, eq, exists, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { missions, people, roles } from "@/db/registry/schema";
import { comparable } from "@/domain/consultation/delegations";
import { Refusal } from "@/domain/refusal";

/** The mission that a name means, however it is spelt: by that very name, or else as names are compared. */
export async function missionKnownAs(tx: RegistryDatabase, name: string): Promise<string | undefined> {
  const all = await tx.select().from(missions).orderBy(missions.name);
  const meant = comparable(name);
  const alike = meant === "" ? [] : all.filter((mission) => comparable(mission.name) === meant);
  return (all.find((mission) => mission.name === name) ?? alike[0])?.id;
}

/** The mission of that name, made if it is new. Two who name a new one at once make it once, however each spells it. */
export async function missionNamed(tx: RegistryDatabase, name: string): Promise<string> {
  const known = await missionKnownAs(tx, name);
  if (known !== undefined) return known;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`mission ${comparable(name)}`}, 0))`);
  const meanwhile = await missionKnownAs(tx, name);
  if (meanwhile !== undefined) return meanwhile;
  const [made] = await tx.insert(missions).values({ name }).returning({ id: missions.id });
  if (made === undefined) throw new Error("no mission was made");
  return made.id;
}

/** An address as it is stored and compared. */
export const addressOf = (email: string) => email.trim().toLowerCase();

/** Whether the holder of an address may sign in: who acts for a mission or has a role, and nobody who has left both. */
export async function isInvited(db: RegistryDatabase, email: string): Promise<boolean> {
  const hasRole = exists(db.select({ id: roles.personId }).from(roles).where(eq(roles.personId, people.id)));
  const found = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, addressOf(email)), or(isNotNull(people.missionId), hasRole)));
  return found.length > 0;
}

/**
 * Lets the holder of an address sign in, for a mission or for none. Whoever acts for none so far acts for the mission
 * named here from now on. Throws `acts_for_another_mission`.
 */
export async function invitePerson(
  tx: RegistryDatabase,
  person: { readonly email: string; readonly name: string | null; readonly missionId: string | null },
): Promise<string> {
  const { name, missionId } = person;
  const email = addressOf(person.email);
  await tx.insert(people).values({ email, name, missionId }).onConflictDoNothing();
  if (missionId !== null)
    await tx
      .update(people)
      .set({ missionId })
      .where(and(eq(people.email, email), isNull(people.missionId)));
  const [present] = await tx
    .select({ id: people.id, missionId: people.missionId })
    .from(people)
    .where(eq(people.email, email));
  if (present === undefined) throw new Error("no person was made");
  if (missionId !== null && present.missionId !== missionId)
    throw new Refusal("acts_for_another_mission", { email });
  return present.id;
}
