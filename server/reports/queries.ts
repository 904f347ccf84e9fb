import "server-only";
import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, reports } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import type { Publication, Report } from "@/domain/report/document";
import { publishedRounds } from "@/server/publication/queries";
import { composedReport } from "./compose";

/** A consultation's report as everybody may read it. Throws `not_found` until the hosts publish it. */
export async function publishedReport(
  db: RegistryDatabase,
  slug: string,
  publicUrl: string,
): Promise<Publication & { readonly report: Report; readonly slug: string }> {
  const [found] = await db
    .select({ consultation: consultations, published: reports })
    .from(reports)
    .innerJoin(consultations, eq(consultations.id, reports.consultationId))
    .where(eq(consultations.slug, slug));
  if (found === undefined) throw new Refusal("not_found");
  const { consultation, published } = found;
  const report = published.document ?? (await composedReport(db, consultation));
  if (report === null) throw new Refusal("not_found");
  const address = new URL(`/reports/${slug}`, publicUrl).href;
  return { report, slug, publishedAt: published.publishedAt.toISOString(), address };
}

/**
 * The report as it is published, or as it would be published now; null while no round is published. `laterRounds` were
 * published since and are not in it. Throws `not_found`.
 */
export async function draftReport(db: RegistryDatabase, consultationId: string) {
  const [found] = await db
    .select({ consultation: consultations, published: reports })
    .from(consultations)
    .leftJoin(reports, eq(reports.consultationId, consultations.id))
    .where(eq(consultations.id, consultationId));
  if (found === undefined) throw new Refusal("not_found");
  const { consultation, published } = found;
  const report = published?.document ?? (await composedReport(db, consultation));
  const rounds = await publishedRounds(db, consultationId);
  return {
    report,
    slug: consultation.slug,
    publishedAt: published?.publishedAt.toISOString() ?? null,
    laterRounds: rounds.map(({ number }) => number).filter((number) => !report?.rounds.includes(number)),
  };
}
