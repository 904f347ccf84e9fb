import "server-only";
import { and, asc, eq, ne } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { roundKeys, rounds } from "@/db/registry/schema";
import type { OpeningSituation } from "@/domain/consultation/round";
import { windowUnderWay } from "@/domain/window/opening";
import { isStillHeld } from "@/server/errata/queries";
import { circulatedPaper, type NumberedPaper, paragraphIdsOf } from "@/server/papers/circulated";
import { breakdownInAnother } from "@/server/questionnaires/queries";
import { windowStages } from "@/server/windows/queries";

type Round = { readonly consultationId: string; readonly roundId: string };

/** What the opening of a round depends on besides itself, and the paper that it is to circulate. */
export async function situationOf(
  tx: RegistryDatabase,
  { consultationId, roundId }: Round,
  given: Pick<OpeningSituation, "panel" | "now">,
): Promise<{ readonly situation: OpeningSituation; readonly paper: NumberedPaper | null }> {
  const [key] = await tx.select().from(roundKeys).where(eq(roundKeys.roundId, roundId));
  const otherRounds = await tx
    .select({ number: rounds.number, stage: rounds.stage })
    .from(rounds)
    .where(and(eq(rounds.consultationId, consultationId), ne(rounds.id, roundId)))
    .orderBy(asc(rounds.number));
  const breakdownIn = await breakdownInAnother(tx, consultationId, roundId);
  const paper = await circulatedPaper(tx, roundId);
  const paragraphs = paragraphIdsOf(paper);
  return {
    paper,
    situation: {
      ...given,
      enrolmentOpen: key !== undefined,
      otherRounds,
      breakdownIn,
      paragraphs,
      windowUnderWay: windowUnderWay(await windowStages(tx, consultationId)),
      copying: await isStillHeld(tx, { consultationId, roundId }),
    },
  };
}
