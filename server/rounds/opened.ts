import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, rounds } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";

/** The stages from which on everybody may read what a round asks and circulates. */
export const OPENED_STAGES = ["open", "closing", "closed"] as const;

/**
 * The round of this number, once it has opened. Throws `not_found` for one that has not and for one that does not exist:
 * the two cannot be told apart.
 */
export async function openedRound(db: RegistryDatabase, slug: string, number: number) {
  const [round] = await db
    .select({
      id: rounds.id,
      consultationId: rounds.consultationId,
      questionnaire: rounds.questionnaire,
    })
    .from(rounds)
    .innerJoin(consultations, eq(consultations.id, rounds.consultationId))
    .where(
      and(eq(consultations.slug, slug), eq(rounds.number, number), inArray(rounds.stage, OPENED_STAGES)),
    );
  if (round === undefined) throw new Refusal("not_found");
  return round;
}
