import "server-only";
import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { rounds } from "@/db/registry/schema";
import type { Finding } from "@/domain/findings/finding";
import type { Item } from "@/domain/questionnaire/item";
import { lastAsked, lineageOf } from "@/domain/questionnaire/lineage";
import { itemsOf, type Questionnaire } from "@/domain/questionnaire/questionnaire";
import type { ChosenWords } from "@/domain/wording/chosen";
import { openedRound } from "@/server/rounds/opened";
import { publishedRounds, type RoundFindings } from "./queries";

/** One item as the last published round that asked it found it. */
export type EarlierFindings = {
  readonly itemId: string;
  /** As it was asked then. */
  readonly item: Item;
  readonly lineage: "carried" | "reworded";
  readonly round: { readonly id: string; readonly number: number };
  readonly findings: readonly Finding[];
  /** The words that were chosen for them. */
  readonly chosen: ChosenWords;
};

/** What of a questionnaire these rounds found before, on the items that it carries over. */
function onCarried(questionnaire: Questionnaire, earlier: readonly RoundFindings[]): EarlierFindings[] {
  return itemsOf(questionnaire).flatMap((item): EarlierFindings[] => {
    const last = lastAsked(item, earlier);
    if (last === null) return [];
    const { id, findings, chosen } = last.round;
    return [
      {
        itemId: item.id,
        item: last.item,
        lineage: lineageOf(item, last.item) === "carried" ? "carried" : "reworded",
        round: { id, number: last.round.number },
        findings: findings.filter(({ itemId }) => itemId === item.id),
        chosen,
      },
    ];
  });
}

/**
 * What the published rounds before this one found on the items that it carries over: the same for everybody who answers
 * it. Throws `not_found` for a round that has not opened.
 */
export async function earlierFindings(
  db: RegistryDatabase,
  slug: string,
  number: number,
): Promise<EarlierFindings[]> {
  const asked = await openedRound(db, slug, number);
  const earlier = (await publishedRounds(db, asked.consultationId)).filter((round) => round.number < number);
  return onCarried(asked.questionnaire, earlier);
}

/** What these rounds found before on the items of a round that has opened. */
export async function foundBefore(
  db: RegistryDatabase,
  roundId: string,
  earlier: readonly RoundFindings[],
): Promise<EarlierFindings[]> {
  const [round] = await db
    .select({ questionnaire: rounds.questionnaire })
    .from(rounds)
    .where(eq(rounds.id, roundId));
  return round === undefined ? [] : onCarried(round.questionnaire, earlier);
}
