import "server-only";
import { and, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { rounds } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { questionnaireHash } from "@/server/hashing";
import { breakdownInAnother } from "./queries";

/**
 * Saves a draft's questionnaire over the version that the host was editing. Throws `questionnaire_changed` where another
 * host has saved since, `questionnaire_frozen` once the round has opened, `breakdown_in_another_round` where another round
 * asks for groups.
 */
export async function saveQuestionnaire(
  db: RegistryDatabase,
  edited: { consultationId: string; roundId: string; version: number; questionnaire: Questionnaire },
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<{ version: number }> {
  const { consultationId, roundId, questionnaire } = edited;
  const version = edited.version + 1;
  const thisRound = and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId));
  return db.transaction(async (tx) => {
    if (questionnaire.breakdown !== undefined) await onlyBreakdown(tx, consultationId, roundId);
    const [saved] = await tx
      .update(rounds)
      .set({ questionnaire, questionnaireVersion: version })
      .where(and(thisRound, eq(rounds.stage, "draft"), eq(rounds.questionnaireVersion, edited.version)))
      .returning({ number: rounds.number });
    if (saved === undefined) {
      const [round] = await tx.select({ stage: rounds.stage }).from(rounds).where(thisRound);
      if (round === undefined) throw new Refusal("not_found");
      throw new Refusal(round.stage === "draft" ? "questionnaire_changed" : "questionnaire_frozen");
    }
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "questionnaire saved",
      detail: { number: saved.number, version, questionnaireHash: questionnaireHash(questionnaire) },
      at: now,
    });
    return { version };
  });
}

/** Refuses where another round asks for groups. Of two rounds that are saved at once, the later finds the earlier. */
async function onlyBreakdown(tx: RegistryDatabase, consultationId: string, roundId: string): Promise<void> {
  await lockConsultation(tx, consultationId);
  const number = await breakdownInAnother(tx, consultationId, roundId);
  if (number !== null) throw new Refusal("breakdown_in_another_round", { number });
}
