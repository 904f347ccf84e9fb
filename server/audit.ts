import "server-only";
import type { RegistryDatabase } from "@/db/registry/client";
import { auditEntries } from "@/db/registry/schema";

/** An act of a host or rapporteur, or of the command line (`personId` null). Never a participant's. */
export type AuditedAct = {
  readonly consultationId: string | null;
  readonly personId: string | null;
  readonly act: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Date;
};

/** Records an act, inside the transaction that does it. */
export async function audit(tx: RegistryDatabase, act: AuditedAct): Promise<void> {
  await tx.insert(auditEntries).values(act);
}
