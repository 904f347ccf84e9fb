import "server-only";
import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";

/** Changes to the people or rounds of one consultation wait for one another. Throws `not_found`. */
export async function lockConsultation(tx: RegistryDatabase, consultationId: string): Promise<void> {
  const [locked] = await tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.id, consultationId))
    .for("update");
  if (locked === undefined) throw new Refusal("not_found");
}
