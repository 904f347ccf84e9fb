import "server-only";
import type { RegistryDatabase } from "@/db/registry/client";
import { type Actor, may } from "@/domain/consultation/access";
import { evidenceOf } from "@/domain/report/evidence";
import { publishedRounds } from "@/server/publication/queries";
import { reportDraftOf } from "./draft";

/** The summary as it was saved last, with all that it can point at. */
export async function summaryOf(db: RegistryDatabase, consultationId: string, actor: Actor) {
  const [draft, rounds] = await Promise.all([
    reportDraftOf(db, consultationId),
    publishedRounds(db, consultationId),
  ]);
  return {
    mine: { compose: may(actor, "compose", consultationId) },
    ...draft,
    evidence: evidenceOf(rounds),
    asked: rounds.map(({ number, level, questionnaire }) => ({ number, level, questionnaire })),
  };
}
