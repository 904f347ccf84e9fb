import "server-only";
import type { RegistryDatabase } from "@/db/registry/client";
import type { consultations } from "@/db/registry/schema";
import type { Report } from "@/domain/report/document";
import { reportOf } from "@/domain/report/report";
import { fingerprintOfConsultation } from "@/server/manifest/queries";
import { coHostNames, publishedRounds } from "@/server/publication/queries";
import { reportDraftOf } from "@/server/summaries/draft";

/** The report as published rounds and what was composed of them give it now, or null while no round is published. */
export async function composedReport(
  db: RegistryDatabase,
  { id, title, slug, subject, rule, simulated }: typeof consultations.$inferSelect,
): Promise<Report | null> {
  const [coHosts, rounds, fingerprint, draft] = await Promise.all([
    coHostNames(db, id),
    publishedRounds(db, id),
    fingerprintOfConsultation(db, id),
    reportDraftOf(db, id),
  ]);
  if (rounds.length === 0) return null;
  return reportOf({
    title,
    slug,
    subject,
    simulated,
    coHosts,
    rule,
    fingerprint: fingerprint?.join(" ") ?? "",
    rounds,
    arrangement: draft.arrangement,
    nextSteps: draft.nextSteps,
  });
}
