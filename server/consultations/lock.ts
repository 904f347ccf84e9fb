import "server-only";
import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations } from "@/db/registry/schema";
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
