import "server-only";
import { count, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { roundKeys } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";

async function keysOf(db: RegistryDatabase, consultationId: string) {
  const [keys] = await db
    .select({ made: count(), left: count(roundKeys.wrappedPrivateKey) })
    .from(roundKeys)
    .where(eq(roundKeys.consultationId, consultationId));
  return keys ?? { made: 0, left: 0 };
}

/** Whether a consultation has ended: its keys have been made, and none is left that could sign. */
export async function hasEnded(db: RegistryDatabase, consultationId: string): Promise<boolean> {
  const { made, left } = await keysOf(db, consultationId);
  return made > 0 && left === 0;
}

/** Refuses where nobody can enrol: `enrolment_not_open` before its keys are made, `consultation_ended` after. */
export async function refuseWithoutKeys(db: RegistryDatabase, consultationId: string): Promise<void> {
  const { made, left } = await keysOf(db, consultationId);
  if (left === 0) throw new Refusal(made === 0 ? "enrolment_not_open" : "consultation_ended");
}
