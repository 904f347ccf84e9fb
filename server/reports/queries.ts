import "server-only";
import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import { composedEdition, editionsOf, saysTheSame } from "@/server/editions/compose";

/**
 * The report as it would be published now; null while no round is published. `publishedAt` is that of the last edition that
 * stands, and `toPublish` whether this would say anything else; `laterRounds` were published since and are not in it.
 * Throws `not_found`.
 */
export async function draftReport(db: RegistryDatabase, consultationId: string) {
  const [consultation] = await db
    .select({ slug: consultations.slug })
    .from(consultations)
    .where(eq(consultations.id, consultationId));
  if (consultation === undefined) throw new Refusal("not_found");
  const composed = await composedEdition(db, consultationId);
  const editions = await editionsOf(db, consultationId);
  const standing = editions.findLast(({ withdrawnAt }) => withdrawnAt === null);
  const held = standing?.document?.rounds ?? [];
  return {
    report: composed?.report ?? null,
    slug: consultation.slug,
    publishedAt: standing?.publishedAt.toISOString() ?? null,
    toPublish: composed !== null && (standing === undefined || !saysTheSame(standing, composed)),
    laterRounds:
      standing === undefined
        ? []
        : (composed?.report.rounds.filter((number) => !held.includes(number)) ?? []),
    /** Of the edition that would be published next. */
    next: { number: (editions.at(-1)?.number ?? 0) + 1, kind: composed?.kind ?? "interim" },
    /** The edition that a corrigendum would be about; null where the last one does not stand. */
    corrects: standing !== undefined && standing === editions.at(-1) ? standing.number : null,
  };
}
