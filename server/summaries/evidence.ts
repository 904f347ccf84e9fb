import "server-only";
import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { reportDrafts } from "@/db/registry/schema";
import { type Evidence, findingEvidence } from "@/domain/report/evidence";
import { EMPTY_ARRANGEMENT } from "@/domain/summary/arrangement";
import type { RoundFindings } from "@/server/publication/queries";

/** Everything that summary and detail can say of these rounds, in the words in which it is to be said. */
export const evidenceOf = (rounds: readonly RoundFindings[]): Evidence[] => findingEvidence(rounds);

/** What was composed for a consultation's report, as it was saved last. */
export async function reportDraftOf(db: RegistryDatabase, consultationId: string) {
  const [draft] = await db.select().from(reportDrafts).where(eq(reportDrafts.consultationId, consultationId));
  return {
    version: draft?.version ?? 0,
    arrangement: draft?.arrangement ?? EMPTY_ARRANGEMENT,
    nextSteps: draft?.nextSteps ?? "",
  };
}
