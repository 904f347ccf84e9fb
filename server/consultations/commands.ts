import "server-only";
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { coHosts, consultations, roles, roundKeys, rounds } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import {
  instantOf,
  type Particulars,
  particularsIssues,
  type SetUp,
  type SetUpFields,
  setUpIssues,
  slugOf,
} from "@/domain/consultation/consultation";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { sentenceOfIssue } from "@/server/words";
import { lockConsultation } from "./lock";
import { giveRole } from "./people";

/** Who sets a consultation up, for which mission, and when. */
export type Setting = { readonly actor: Actor & { readonly missionId: string }; readonly now: Date };

async function freeSlug(tx: RegistryDatabase, title: string): Promise<string> {
  const slug = slugOf(title);
  // Of two that are set up at once under one title, the second waits to see the first.
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`address ${slug}`}, 0))`);
  const [taken] = await tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.slug, slug));
  return taken === undefined ? slug : `${slug}-${randomUUID().slice(0, 6)}`;
}

/** Throws `set_up_to_mend` with what to put right. */
export function refuseToMend(setUp: SetUpFields): void {
  const issues = setUpIssues(setUp);
  if (issues.length > 0)
    throw new Refusal("set_up_to_mend", { issues: [...new Set(issues.map(sentenceOfIssue))].join(" ") });
}

/**
 * A new consultation with its co-hosting missions, their first hosts, and its rounds, each with its questionnaire in the
 * order of the rounds. Its log begins here.
 */
export async function insertConsultation(
  tx: RegistryDatabase,
  setUp: SetUpFields,
  questionnaires: readonly Questionnaire[],
  { actor, now }: Setting,
): Promise<string> {
  const { title, subject, rule, timeZone } = setUp;
  const consultationId = randomUUID();
  const slug = await freeSlug(tx, title);
  await tx.insert(consultations).values({ id: consultationId, slug, title: title.trim(), subject, rule });
  await tx.insert(coHosts).values({ consultationId, missionId: actor.missionId });
  await tx.insert(roles).values({ consultationId, personId: actor.personId, role: "host" });
  const named: string[] = [];
  for (const { mission, email } of setUp.coHosts)
    named.push(await giveRole(tx, consultationId, { mission, email, name: "", role: "host" }));
  for (const [index, { level, opensAt, closesAt }] of setUp.rounds.entries()) {
    const opens = instantOf(opensAt, timeZone);
    const closes = instantOf(closesAt, timeZone);
    if (opens === null || closes === null) throw new Refusal("malformed_request");
    await tx.insert(rounds).values({
      id: randomUUID(),
      consultationId,
      number: index + 1,
      level,
      opensAt: opens,
      closesAt: closes,
      timeZone,
      questionnaire: questionnaires[index] ?? { agendaQuestions: [] },
    });
  }
  await audit(tx, {
    consultationId,
    personId: actor.personId,
    act: "consultation set up",
    detail: { title, people: named },
    at: now,
  });
  return consultationId;
}

/** Sets a consultation up from a template, whose questionnaire each round gets. Throws `set_up_to_mend`. */
export async function createConsultation(db: RegistryDatabase, setUp: SetUp, setting: Setting) {
  refuseToMend(setUp);
  const questionnaire = setUp.template === "dsr-2011" ? dsr2011Questionnaire : { agendaQuestions: [] };
  const questionnaires = setUp.rounds.map(() => questionnaire);
  return db.transaction(async (tx) => ({
    consultationId: await insertConsultation(tx, setUp, questionnaires, setting),
  }));
}

/** Whether its keys are made, so that seats can enrol. */
export async function enrolmentHasOpened(tx: RegistryDatabase, consultationId: string): Promise<boolean> {
  const key = await tx
    .select({ roundId: roundKeys.roundId })
    .from(roundKeys)
    .where(eq(roundKeys.consultationId, consultationId))
    .limit(1);
  return key.length > 0;
}

/**
 * Changes what every page of a consultation says of it. Throws `particulars_to_mend`, and `particulars_fixed` for a title
 * or rule once enrolment is open: the one stands in the signed record, participants enrolled under the other.
 */
export async function updateConsultation(
  db: RegistryDatabase,
  consultationId: string,
  particulars: Particulars,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  const issues = particularsIssues(particulars);
  if (issues.length > 0)
    throw new Refusal("particulars_to_mend", { issues: issues.map(sentenceOfIssue).join(" ") });
  const title = particulars.title.trim();
  const { subject, rule } = particulars;
  await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const [before] = await tx.select().from(consultations).where(eq(consultations.id, consultationId));
    const fixedOnesChange = before?.title !== title || before.rule !== rule;
    if (fixedOnesChange && (await enrolmentHasOpened(tx, consultationId)))
      throw new Refusal("particulars_fixed");
    await tx.update(consultations).set({ title, subject, rule }).where(eq(consultations.id, consultationId));
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "particulars changed",
      detail: { title, subject, rule },
      at: now,
    });
  });
}
