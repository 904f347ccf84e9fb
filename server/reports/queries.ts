import "server-only";
import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, reports } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import type { Report } from "@/domain/report/document";
import { reportOf } from "@/domain/report/report";
import { fingerprintOfConsultation } from "@/server/manifest/queries";
import { coHostNames, publishedRounds } from "@/server/publication/queries";

type Consultation = typeof consultations.$inferSelect;

/** Composed anew each time, from published rounds alone: nothing in a report can differ from what was published. */
async function composed(db: RegistryDatabase, consultation: Consultation): Promise<Report> {
  const { id, title, slug, subject, rule, simulated } = consultation;
  const [coHosts, rounds, fingerprint] = await Promise.all([
    coHostNames(db, id),
    publishedRounds(db, id),
    fingerprintOfConsultation(db, id),
  ]);
  return reportOf({
    title,
    slug,
    subject,
    simulated,
    coHosts,
    rule,
    fingerprint: fingerprint?.join(" ") ?? "",
    rounds,
  });
}

/** A consultation's report as everybody may read it. Throws `not_found` until the hosts publish it. */
export async function publishedReport(db: RegistryDatabase, slug: string) {
  const [found] = await db
    .select({ consultation: consultations, publishedAt: reports.publishedAt })
    .from(reports)
    .innerJoin(consultations, eq(consultations.id, reports.consultationId))
    .where(eq(consultations.slug, slug));
  if (found === undefined) throw new Refusal("not_found");
  const report = await composed(db, found.consultation);
  return { report, slug, publishedAt: found.publishedAt.toISOString() };
}

/** The report as it would be published now; `report` is null while no round is published. Throws `not_found`. */
export async function draftReport(db: RegistryDatabase, consultationId: string) {
  const [found] = await db
    .select({ consultation: consultations, publishedAt: reports.publishedAt })
    .from(consultations)
    .leftJoin(reports, eq(reports.consultationId, consultations.id))
    .where(eq(consultations.id, consultationId));
  if (found === undefined) throw new Refusal("not_found");
  const { consultation, publishedAt } = found;
  const rounds = await publishedRounds(db, consultationId);
  return {
    report: rounds.length === 0 ? null : await composed(db, consultation),
    slug: consultation.slug,
    publishedAt: publishedAt?.toISOString() ?? null,
  };
}
