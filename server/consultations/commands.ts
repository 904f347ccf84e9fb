import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { coHosts, consultations, roles, roundKeys, rounds } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import {
  instantOf,
  type Particulars,
  particularsIssues,
  type SetUp,
  setUpIssues,
  slugOf,
} from "@/domain/consultation/consultation";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { sentenceOfIssue } from "@/server/words";
import { lockConsultation } from "./lock";
import { giveRole } from "./people";

type Setting = { readonly actor: Actor & { readonly missionId: string }; readonly now: Date };

async function freeSlug(tx: RegistryDatabase, title: string): Promise<string> {
  const slug = slugOf(title);
  const [taken] = await tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.slug, slug));
  return taken === undefined ? slug : `${slug}-${randomUUID().slice(0, 6)}`;
}

/**
 * Sets a consultation up: its co-hosting missions and their first hosts, its rounds, and in each the template's
 * questionnaire. Throws `set_up_to_mend` with what to put right.
 */
export async function createConsultation(db: RegistryDatabase, setUp: SetUp, { actor, now }: Setting) {
  const issues = setUpIssues(setUp);
  if (issues.length > 0)
    throw new Refusal("set_up_to_mend", { issues: [...new Set(issues.map(sentenceOfIssue))].join(" ") });
  const { title, subject, rule, timeZone, template } = setUp;
  const questionnaire = template === "dsr-2011" ? dsr2011Questionnaire : { agendaQuestions: [] };
  const consultationId = randomUUID();
  await db.transaction(async (tx) => {
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
        questionnaire,
      });
    }
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "consultation set up",
      detail: { title, people: named },
      at: now,
    });
  });
  return { consultationId };
}

async function enrolmentHasOpened(tx: RegistryDatabase, consultationId: string): Promise<boolean> {
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
