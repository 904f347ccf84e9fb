import "server-only";
import { and, asc, desc, eq, lt, ne, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { rounds } from "@/db/registry/schema";
import { type Actor, may } from "@/domain/consultation/access";
import { pointerIssues } from "@/domain/paper/pointers";
import { BREAKDOWN, breakdownElsewhere } from "@/domain/questionnaire/breakdown";
import type { AskedRound } from "@/domain/questionnaire/lineage";
import { questionnaireIssues } from "@/domain/questionnaire/questionnaire";
import { Refusal } from "@/domain/refusal";
import { panelSizeOf } from "@/server/enrolment/queries";
import { circulatedPaper, paragraphIdsOf } from "@/server/papers/circulated";
import { openedRound } from "@/server/rounds/opened";
import { sentenceOfIssue } from "@/server/words";

/** The number of the first round but this one that asks for groups, opened or not, or null where none does. */
export async function breakdownInAnother(
  db: RegistryDatabase,
  consultationId: string,
  roundId: string,
): Promise<number | null> {
  const [round] = await db
    .select({ number: rounds.number })
    .from(rounds)
    .where(
      and(
        eq(rounds.consultationId, consultationId),
        ne(rounds.id, roundId),
        sql`${rounds.questionnaire} -> ${BREAKDOWN} IS NOT NULL`,
      ),
    )
    .orderBy(asc(rounds.number))
    .limit(1);
  return round?.number ?? null;
}

/**
 * A round's questionnaire as its hosts edit it, with everything that keeps it from being asked, and what the rounds before
 * it ask. Throws `not_found`.
 */
export async function questionnaireOf(
  db: RegistryDatabase,
  { consultationId, roundId }: { readonly consultationId: string; readonly roundId: string },
  actor: Actor,
) {
  const [round] = await db
    .select()
    .from(rounds)
    .where(and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId)));
  if (round === undefined) throw new Refusal("not_found");
  const { questionnaire, questionnaireVersion, stage, number } = round;
  const earlier: AskedRound[] = await db
    .select({ number: rounds.number, questionnaire: rounds.questionnaire })
    .from(rounds)
    .where(and(eq(rounds.consultationId, consultationId), lt(rounds.number, number)))
    .orderBy(desc(rounds.number));
  const breakdownIn = await breakdownInAnother(db, consultationId, roundId);
  const paper = await circulatedPaper(db, roundId);
  const issues = [
    ...questionnaireIssues(questionnaire),
    ...breakdownElsewhere(questionnaire, breakdownIn),
    ...pointerIssues(questionnaire, paragraphIdsOf(paper)),
  ];
  return {
    /** What whoever asks may do here; pages leave out the rest, procedures refuse it. */
    mine: { prepare: may(actor, "prepare", consultationId) },
    number,
    questionnaire,
    version: questionnaireVersion,
    frozen: stage !== "draft",
    issues: issues.map((issue) => ({ ...issue, sentence: sentenceOfIssue(issue) })),
    /** The number of another round that asks for groups: this one cannot ask for them then. */
    breakdownIn,
    /** The version of the discussion paper that it circulates, at whose paragraphs its items may point. */
    paper,
    /** Those with a lower number, the last first; they may be drafts as well. */
    earlier,
    /** How many seats there are, for what their number allows to be shown. */
    panel: await panelSizeOf(db, consultationId),
  };
}

/** The questionnaire of a round that has opened, for everybody. A draft may still change, so it is `not_found`. */
export async function openedQuestionnaire(db: RegistryDatabase, slug: string, number: number) {
  const { questionnaire } = await openedRound(db, slug, number);
  return { questionnaire };
}
