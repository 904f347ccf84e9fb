import "server-only";
import { and, eq, gt } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, rounds } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { extensionIssues } from "@/domain/consultation/clock";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { rulesInForce } from "@/server/manifest/queries";
import { sentenceOfIssue } from "@/server/words";
import { wakeAt } from "./alarm";

type Setting = { readonly actor: Actor; readonly now: Date };

/**
 * Has a round in draft opened by the clock at its time, or takes that back. Throws `round_not_in_draft`, and
 * `opening_time_past` where its time has passed.
 */
export async function openByClock(
  db: RegistryDatabase,
  { consultationId, roundId, wanted }: { consultationId: string; roundId: string; wanted: boolean },
  { actor, now }: Setting,
): Promise<void> {
  const inDraft = and(
    eq(rounds.id, roundId),
    eq(rounds.consultationId, consultationId),
    eq(rounds.stage, "draft"),
  );
  await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const [changed] = await tx
      .update(rounds)
      .set({ opensByClock: wanted, openingMissed: null })
      .where(and(inDraft, wanted ? gt(rounds.opensAt, now) : undefined))
      .returning({ number: rounds.number, opensAt: rounds.opensAt });
    if (changed === undefined) {
      const [round] = await tx.select({ id: rounds.id }).from(rounds).where(inDraft);
      throw new Refusal(round === undefined ? "round_not_in_draft" : "opening_time_past");
    }
    const { number, opensAt } = changed;
    const act = wanted ? "opening by the clock asked for" : "opening by the clock taken back";
    const detail = { number, opensAt: opensAt.toISOString() };
    await audit(tx, { consultationId, personId: actor.personId, act, detail, at: now });
    if (wanted) await wakeAt(tx, consultationId, opensAt);
  });
}

/**
 * Sets by how many hours the rule extends a round in which fewer than ten responses are in at its closing time. Throws
 * `extension_to_mend`, and `extension_fixed` once enrolment is open: participants enrolled under the period as it was.
 */
export async function setExtension(
  db: RegistryDatabase,
  { consultationId, hours }: { readonly consultationId: string; readonly hours: number },
  { actor, now }: Setting,
): Promise<void> {
  const issues = extensionIssues(hours);
  if (issues.length > 0)
    throw new Refusal("extension_to_mend", { issues: issues.map(sentenceOfIssue).join(" ") });
  await db.transaction(async (tx) => {
    // Opening enrolment, which signs the period, takes the same lock.
    await lockConsultation(tx, consultationId);
    if ((await rulesInForce(tx, consultationId)) !== null) throw new Refusal("extension_fixed");
    await tx.update(consultations).set({ extensionHours: hours }).where(eq(consultations.id, consultationId));
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "extension by the rule set",
      detail: { hours },
      at: now,
    });
  });
}
