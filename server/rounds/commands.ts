import "server-only";
import { randomUUID } from "node:crypto";
import { and, asc, count, eq, max, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { roundKeys, rounds } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import {
  instantOf,
  MOST_ROUNDS,
  type PlannedRound,
  plannedRoundIssues,
} from "@/domain/consultation/consultation";
import { withoutBreakdown } from "@/domain/questionnaire/breakdown";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { filesBesideOfRound, forgetFiles } from "@/server/background-papers/beside";
import type { ObjectStore } from "@/server/background-papers/object-store";
import { wakeAt } from "@/server/conduct/alarm";
import { lockConsultation } from "@/server/consultations/lock";
import { takeSpareKey } from "@/server/manifest/commands";
import { sentenceOfIssue } from "@/server/words";

type Planning = { readonly actor: Actor; readonly now: Date };
export type RoundPlan = PlannedRound & { readonly timeZone: string };

type Times = { readonly opensAt: Date; readonly closesAt: Date };

function times(plan: RoundPlan): Times {
  const issues = plannedRoundIssues(plan, plan.timeZone, "round");
  const opensAt = instantOf(plan.opensAt, plan.timeZone);
  const closesAt = instantOf(plan.closesAt, plan.timeZone);
  if (issues.length > 0 || opensAt === null || closesAt === null)
    throw new Refusal("round_to_mend", { issues: issues.map(sentenceOfIssue).join(" ") });
  return { opensAt, closesAt };
}

/** What the log says of a round's plan. */
export const recorded = ({ level, opensAt, closesAt, timeZone }: Omit<RoundPlan, keyof Times> & Times) => ({
  level,
  opensAt: opensAt.toISOString(),
  closesAt: closesAt.toISOString(),
  timeZone,
});

/** Plans one more round, with the questionnaire of the last but its breakdown. Once enrolment is open it takes a spare key. */
export async function addRound(
  db: RegistryDatabase,
  consultationId: string,
  plan: RoundPlan,
  { actor, now }: Planning,
) {
  const { opensAt, closesAt } = times(plan);
  return db.transaction(async (tx) => {
    // Opening enrolment takes the same lock: it makes keys for exactly the rounds that are planned then.
    await lockConsultation(tx, consultationId);
    const [present] = await tx
      .select({ count: count(), last: max(rounds.number) })
      .from(rounds)
      .where(eq(rounds.consultationId, consultationId));
    const [key] = await tx
      .select()
      .from(roundKeys)
      .where(eq(roundKeys.consultationId, consultationId))
      .limit(1);
    if (key === undefined && (present?.count ?? 0) >= MOST_ROUNDS)
      throw new Refusal("too_many_rounds", { most: MOST_ROUNDS });
    const id = key === undefined ? randomUUID() : await takeSpareKey(tx, consultationId);
    const number = (present?.last ?? 0) + 1;
    const [before] = await tx
      .select({ questionnaire: rounds.questionnaire })
      .from(rounds)
      .where(and(eq(rounds.consultationId, consultationId), eq(rounds.number, number - 1)));
    const questionnaire = withoutBreakdown(before?.questionnaire ?? { agendaQuestions: [] });
    const { level, timeZone } = plan;
    await tx
      .insert(rounds)
      .values({ id, consultationId, number, level, timeZone, opensAt, closesAt, questionnaire });
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "round planned",
      detail: { number, ...recorded({ ...plan, opensAt, closesAt }) },
      at: now,
    });
    return { roundId: id };
  });
}

/** Changes the level and times of a round in draft. The clock opens it at its new time, unless that has passed. */
export async function updateRound(
  db: RegistryDatabase,
  consultationId: string,
  roundId: string,
  plan: RoundPlan,
  { actor, now }: Planning,
): Promise<void> {
  const planned = { ...times(plan), level: plan.level, timeZone: plan.timeZone };
  await db.transaction(async (tx) => {
    const [changed] = await tx
      .update(rounds)
      .set({
        ...planned,
        openingMissed: null,
        opensByClock: planned.opensAt > now ? sql`${rounds.opensByClock}` : false,
      })
      .where(
        and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId), eq(rounds.stage, "draft")),
      )
      .returning({ number: rounds.number, opensByClock: rounds.opensByClock });
    if (changed === undefined) throw new Refusal("round_not_in_draft");
    const { number, opensByClock } = changed;
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "round replanned",
      detail: { number, ...recorded(planned) },
      at: now,
    });
    if (opensByClock) await wakeAt(tx, consultationId, planned.opensAt);
  });
}

/**
 * Removes a round in draft with the files of its papers; those after it move up. Not once enrolment is open, since its key
 * is published.
 */
export async function removeRound(
  db: RegistryDatabase,
  consultationId: string,
  roundId: string,
  { actor, now, objectStore }: Planning & { readonly objectStore: ObjectStore | null },
): Promise<void> {
  const files = await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const beside = await filesBesideOfRound(tx, roundId);
    const [key] = await tx.select().from(roundKeys).where(eq(roundKeys.roundId, roundId));
    if (key !== undefined) throw new Refusal("round_has_key");
    const [removed] = await tx
      .delete(rounds)
      .where(
        and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId), eq(rounds.stage, "draft")),
      )
      .returning({ number: rounds.number });
    if (removed === undefined) throw new Refusal("round_not_in_draft");
    const left = await tx
      .select({ id: rounds.id })
      .from(rounds)
      .where(eq(rounds.consultationId, consultationId))
      .orderBy(asc(rounds.number));
    for (const [index, { id }] of left.entries())
      await tx
        .update(rounds)
        .set({ number: index + 1 })
        .where(eq(rounds.id, id));
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "round removed",
      detail: removed,
      at: now,
    });
    return beside;
  });
  await forgetFiles(objectStore, files);
}
