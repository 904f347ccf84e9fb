import "server-only";
import { and, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, people, roles } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";

/**
 * Changes to the people or rounds of one consultation wait for one another; an entry in its log, whose foreign key asks that
 * the consultation stays, does not wait. Throws `not_found`.
 */
export async function lockConsultation(tx: RegistryDatabase, consultationId: string): Promise<void> {
  const [locked] = await tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.id, consultationId))
    .for("no key update");
  if (locked === undefined) throw new Refusal("not_found");
}

/**
 * The same for changes to people, which whoever is no host any more when it is their turn does not make: of two hosts who
 * remove one another at once, one is. Throws `not_found`, `not_allowed`.
 */
export async function lockForHost(tx: RegistryDatabase, consultationId: string, actor: Actor): Promise<void> {
  await lockConsultation(tx, consultationId);
  const [still] = await tx
    .select({ role: roles.role, missionId: people.missionId })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(eq(roles.consultationId, consultationId), eq(roles.personId, actor.personId)));
  if (still?.role !== "host" || still.missionId !== actor.missionId) throw new Refusal("not_allowed");
}
