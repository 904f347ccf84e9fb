import "server-only";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, editions } from "@/db/registry/schema";
import { type Edition, type ListedEdition, latestStanding } from "@/domain/edition/edition";
import { Refusal } from "@/domain/refusal";
import { coHostNames } from "@/server/consultations/co-hosts";
import { reportBeforeDocuments } from "@/server/reports/compose";
import { signaturesFor } from "./signatures";

/** An edition with what its document is called, and nothing else of the document. */
async function rowsOf(db: RegistryDatabase, which: SQL | undefined) {
  return db
    .select({
      consultation: consultations,
      number: editions.number,
      kind: editions.kind,
      publishedAt: editions.publishedAt,
      corrigendum: editions.corrigendum,
      withdrawnAt: editions.withdrawnAt,
      withdrawalReason: editions.withdrawalReason,
      title: sql<string | null>`${editions.document} ->> 'title'`,
      coHosts: sql<readonly string[] | null>`${editions.document} -> 'coHosts'`,
      timeZone: sql<string | null>`${editions.document} ->> 'timeZone'`,
    })
    .from(editions)
    .innerJoin(consultations, eq(consultations.id, editions.consultationId))
    .where(which)
    .orderBy(asc(editions.number));
}
type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** The address at which an edition is read for ever. */
const addressOf = (slug: string, number: number, publicUrl: string): string =>
  new URL(`/reports/${slug}/editions/${number}`, publicUrl).href;

function listed(row: Row, publicUrl: string): ListedEdition {
  const { number, kind, publishedAt, corrigendum, withdrawnAt, withdrawalReason } = row;
  return {
    number,
    kind,
    publishedAt: publishedAt.toISOString(),
    address: addressOf(row.consultation.slug, number, publicUrl),
    corrigendum,
    withdrawal:
      withdrawnAt === null
        ? null
        : { withdrawnAt: withdrawnAt.toISOString(), reason: withdrawalReason ?? "" },
  };
}

/**
 * An edition of a report as everybody may read it; the last one that stands where no number is given. Throws `not_found`
 * where there is none, and `edition_withdrawn`.
 */
export async function publishedEdition(
  db: RegistryDatabase,
  slug: string,
  number: number | null,
  publicUrl: string,
): Promise<Edition> {
  const rows = await rowsOf(db, eq(consultations.slug, slug));
  const all = rows.map((row) => listed(row, publicUrl));
  const asked =
    number === null ? (latestStanding(all) ?? all.at(-1)) : all.find((one) => one.number === number);
  const consultation = rows[0]?.consultation;
  if (asked === undefined || consultation === undefined) throw new Refusal("not_found");
  if (asked.withdrawal !== null)
    throw new Refusal("edition_withdrawn", { number: asked.number, reason: asked.withdrawal.reason });
  const [kept] = await db
    .select({ document: editions.document, letter: editions.letter, hash: editions.hash })
    .from(editions)
    .where(and(eq(editions.consultationId, consultation.id), eq(editions.number, asked.number)));
  const report =
    kept?.document ?? (await reportBeforeDocuments(db, consultation, new Date(asked.publishedAt)));
  if (kept === undefined || report === null) throw new Refusal("not_found");
  const given = await signaturesFor(db, consultation.id, `edition/${asked.number}`);
  const signatures = given.map(({ mission, signedAt }) => ({ mission, signedAt }));
  return { ...asked, slug, report, letter: kept.letter, hash: kept.hash, signatures };
}

/** A report with its editions, the first one first, called as the last that stands is. */
async function listedReport(
  db: RegistryDatabase,
  consultation: Row["consultation"],
  rows: readonly Row[],
  publicUrl: string,
) {
  const { id, slug, title, simulated } = consultation;
  const standing = rows.findLast((row) => row.title !== null);
  return {
    slug,
    simulated,
    title: standing?.title ?? title,
    coHosts: standing?.coHosts ?? (await coHostNames(db, id)),
    /** Where its dates are told; null where no edition says it any more. */
    timeZone: standing?.timeZone ?? null,
    editions: rows.map((row) => listed(row, publicUrl)),
  };
}
type ListedReport = Awaited<ReturnType<typeof listedReport>>;

/** Every edition of a report with what it is called. Throws `not_found` while none is published. */
export async function listedEditions(
  db: RegistryDatabase,
  slug: string,
  publicUrl: string,
): Promise<ListedReport> {
  const rows = await rowsOf(db, eq(consultations.slug, slug));
  const [first] = rows;
  if (first === undefined) throw new Refusal("not_found");
  return listedReport(db, first.consultation, rows, publicUrl);
}

/** Every consultation with a published report, the last published first, as it stands in the index. */
export async function publishedReports(db: RegistryDatabase, publicUrl: string): Promise<ListedReport[]> {
  const byConsultation = Map.groupBy(await rowsOf(db, undefined), ({ consultation }) => consultation.id);
  const reports: ListedReport[] = [];
  for (const rows of byConsultation.values()) {
    const [first] = rows;
    if (first !== undefined) reports.push(await listedReport(db, first.consultation, rows, publicUrl));
  }
  const published = ({ editions }: ListedReport) => editions.at(-1)?.publishedAt ?? "";
  return reports.toSorted((one, other) => published(other).localeCompare(published(one)));
}
