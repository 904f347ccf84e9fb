import "server-only";
import { and, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, reportDrafts } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";
import { evidenceOf } from "@/domain/report/evidence";
import type { Arrangement } from "@/domain/summary/arrangement";
import { contradictionsBeside } from "@/domain/summary/contradicting";
import { summaryIssues } from "@/domain/summary/issues";
import { audit } from "@/server/audit";
import { publishedRounds } from "@/server/publication/queries";
import { sentenceOfIssue } from "@/server/words";

type Saved = {
  readonly consultationId: string;
  readonly version: number;
  readonly arrangement: Arrangement;
  readonly nextSteps: string;
};

/**
 * Saves a summary over the version that was edited. Throws `not_found`, `summary_to_mend` with everything that is to be put
 * right, and `summary_changed` where somebody else has saved since.
 */
export async function saveSummary(
  db: RegistryDatabase,
  { consultationId, version: over, arrangement, nextSteps }: Saved,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<{ version: number }> {
  const version = over + 1;
  return db.transaction(async (tx) => {
    await haveDraft(tx, consultationId);
    const rounds = await publishedRounds(tx, consultationId);
    const evidence = evidenceOf(rounds);
    const issues = summaryIssues(
      { arrangement, nextSteps },
      { evidence, asked: rounds },
      contradictionsBeside(evidence),
    );
    if (issues.length > 0)
      throw new Refusal("summary_to_mend", { issues: issues.map(sentenceOfIssue).join(" ") });
    const [saved] = await tx
      .update(reportDrafts)
      .set({ arrangement, nextSteps, version })
      .where(and(eq(reportDrafts.consultationId, consultationId), eq(reportDrafts.version, over)))
      .returning({ version: reportDrafts.version });
    if (saved === undefined) throw new Refusal("summary_changed");
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "summary saved",
      detail: { version },
      at: now,
    });
    return { version };
  });
}

/** Makes the row that drafts are saved into, where it is not there yet. Throws `not_found`. */
export async function haveDraft(tx: RegistryDatabase, consultationId: string): Promise<void> {
  const [consultation] = await tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.id, consultationId));
  if (consultation === undefined) throw new Refusal("not_found");
  await tx.insert(reportDrafts).values({ consultationId }).onConflictDoNothing();
}
