import "server-only";
import { sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";

/** Deletes the jobs of a consultation and of its mailings, in whatever state: they name it, and when a mail was asked for. */
export async function forgetJobsOf(tx: RegistryDatabase, consultationId: string): Promise<void> {
  await tx.execute(sql`
    DELETE FROM pgboss.job
    WHERE data ->> 'consultationId' = ${consultationId}
      OR data ->> 'mailingId' IN (SELECT id::text FROM mailings WHERE consultation_id = ${consultationId})`);
}
