import "server-only";
import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations } from "@/db/registry/schema";
import { type Actor, may } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";
import { evidenceOf } from "@/domain/report/evidence";
import { publishedRounds } from "@/server/publication/queries";
import { composedReport } from "@/server/reports/compose";
import { reportDraftOf } from "./draft";

/**
 * The summary as it is composed, with all that it can point at and the report that comes of it; `report` is null while no
 * round is published. Throws `not_found`.
 */
export async function summaryOf(db: RegistryDatabase, consultationId: string, actor: Actor) {
  const [consultation] = await db.select().from(consultations).where(eq(consultations.id, consultationId));
  if (consultation === undefined) throw new Refusal("not_found");
  const [draft, rounds, report] = await Promise.all([
    reportDraftOf(db, consultationId),
    publishedRounds(db, consultationId),
    composedReport(db, consultation),
  ]);
  return {
    mine: { compose: may(actor, "compose", consultationId) },
    ...draft,
    evidence: evidenceOf(rounds),
    asked: rounds.map(({ number, level, questionnaire }) => ({ number, level, questionnaire })),
    report,
  };
}
