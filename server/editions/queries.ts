import "server-only";
import { desc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, editions } from "@/db/registry/schema";
import { type Edition, type ListedEdition, latestStanding } from "@/domain/edition/edition";
import { Refusal } from "@/domain/refusal";
import { coHostNames } from "@/server/publication/queries";
import { composedReport } from "@/server/reports/compose";
import { type EditionRow, editionsOf } from "./compose";
import { signaturesFor } from "./signatures";

/** The address at which an edition is read for ever. */
const addressOf = (slug: string, number: number, publicUrl: string): string =>
  new URL(`/reports/${slug}/editions/${number}`, publicUrl).href;

function listed(row: EditionRow, slug: string, publicUrl: string): ListedEdition {
  const { number, kind, publishedAt, corrigendum, withdrawnAt, withdrawalReason } = row;
  return {
    number,
    kind,
    publishedAt: publishedAt.toISOString(),
    address: addressOf(slug, number, publicUrl),
    corrigendum,
    withdrawal:
      withdrawnAt === null
        ? null
        : { withdrawnAt: withdrawnAt.toISOString(), reason: withdrawalReason ?? "" },
  };
}

async function consultationAt(db: RegistryDatabase, slug: string) {
  const [consultation] = await db.select().from(consultations).where(eq(consultations.slug, slug));
  if (consultation === undefined) throw new Refusal("not_found");
  return consultation;
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
  const consultation = await consultationAt(db, slug);
  const rows = await editionsOf(db, consultation.id);
  const all = rows.map((row) => listed(row, slug, publicUrl));
  const asked =
    number === null ? (latestStanding(all) ?? all.at(-1)) : all.find((one) => one.number === number);
  const row = rows.find((one) => one.number === asked?.number);
  if (asked === undefined || row === undefined) throw new Refusal("not_found");
  if (asked.withdrawal !== null)
    throw new Refusal("edition_withdrawn", { number: asked.number, reason: asked.withdrawal.reason });
  const report = row.document ?? (await composedReport(db, consultation));
  if (report === null) throw new Refusal("not_found");
  const given = await signaturesFor(db, consultation.id, `edition/${asked.number}`);
  const signatures = given.map(({ mission, signedAt }) => ({ mission, signedAt }));
  return { ...asked, slug, report, letter: row.letter, hash: row.hash, signatures };
}

/** Every edition of a report with what it is called. Throws `not_found` while none is published. */
export async function listedEditions(db: RegistryDatabase, slug: string, publicUrl: string) {
  const { id, title, simulated } = await consultationAt(db, slug);
  const rows = await editionsOf(db, id);
  if (rows.length === 0) throw new Refusal("not_found");
  const standing = rows.findLast(({ document }) => document !== null)?.document;
  return {
    slug,
    simulated,
    title: standing?.title ?? title,
    coHosts: standing?.coHosts ?? (await coHostNames(db, id)),
    /** Where its dates are told; null where nothing says it any more. */
    timeZone: standing?.timeZone ?? null,
    editions: rows.map((row) => listed(row, slug, publicUrl)),
  };
}
export type ListedReport = Awaited<ReturnType<typeof listedEditions>>;

/** Every consultation with a published report, the last published first, as it stands in the index. */
export async function publishedReports(db: RegistryDatabase, publicUrl: string): Promise<ListedReport[]> {
  const found = await db
    .selectDistinct({ slug: consultations.slug })
    .from(editions)
    .innerJoin(consultations, eq(consultations.id, editions.consultationId))
    .orderBy(desc(consultations.slug));
  const all = await Promise.all(found.map(({ slug }) => listedEditions(db, slug, publicUrl)));
  const published = ({ editions }: ListedReport) => editions.at(-1)?.publishedAt ?? "";
  return all.toSorted((one, other) => published(other).localeCompare(published(one)));
}
