import "server-only";
import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { reportDrafts } from "@/db/registry/schema";
import { EMPTY_ARRANGEMENT } from "@/domain/summary/arrangement";

/** What was composed for a consultation's report, as it was saved last. */
export async function reportDraftOf(db: RegistryDatabase, consultationId: string) {
  const [draft] = await db.select().from(reportDrafts).where(eq(reportDrafts.consultationId, consultationId));
  return {
    version: draft?.version ?? 0,
    arrangement: draft?.arrangement ?? EMPTY_ARRANGEMENT,
    nextSteps: draft?.nextSteps ?? "",
  };
}
