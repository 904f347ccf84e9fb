import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, missions, people, roles, rounds } from "@/db/registry/schema";
import { type Actor, may } from "@/domain/consultation/access";
import { endingObstacle } from "@/domain/consultation/ending";
import { type PanelSize, prospectOf } from "@/domain/consultation/prospect";
import { type OpeningSituation, openingSteps } from "@/domain/consultation/round";
import { Refusal } from "@/domain/refusal";
import { windowIssues, windowUnderWay } from "@/domain/window/opening";
import { panelSizeOf } from "@/server/enrolment/queries";
import { isStillHeld } from "@/server/errata/queries";
import { rulesInForce, spareKeysLeft } from "@/server/manifest/queries";
import { circulatedPaper, paragraphIdsOf } from "@/server/papers/circulated";
import { breakdownInAnother } from "@/server/questionnaires/queries";
import { windowSituation, windowsOf } from "@/server/windows/queries";
import { sentenceOfIssue } from "@/server/words";
import { publicPage } from "./public-page";

/** The consultations in which the actor has a role, by title. */
export async function consultationsOf(db: RegistryDatabase, { roles: held }: Actor) {
  const ids = Object.keys(held);
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: consultations.id,
      slug: consultations.slug,
      title: consultations.title,
      subject: consultations.subject,
    })
    .from(consultations)
    .where(inArray(consultations.id, ids))
    .orderBy(asc(consultations.title));
  return rows.map((row) => ({ ...row, role: held[row.id] }));
}

/**
 * What a round of this consultation still needs before it opens, in sentences, the steps that are done, and what the
 * panel's size allows to be shown of it.
 */
async function readiness(
  db: RegistryDatabase,
  roundId: string,
  situation: OpeningSituation,
  size: PanelSize,
) {
  const [round] = await db.select().from(rounds).where(eq(rounds.id, roundId));
  if (round === undefined) throw new Refusal("not_found");
  const steps = openingSteps(round, situation);
  return {
    stillToDo: steps.flatMap(({ step, issues }) =>
      issues.map((issue) => ({ ...issue, step, sentence: sentenceOfIssue(issue) })),
    ),
    done: steps.filter(({ issues }) => issues.length === 0).map(({ step }) => step),
    prospect: prospectOf(size, round.questionnaire),
  };
}

/** A consultation as those who work on it see it: its public page, panel, people, and what its next round still needs. */
export async function overview(
  db: RegistryDatabase,
  consultationId: string,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
) {
  const [consultation] = await db
    .select({ slug: consultations.slug })
    .from(consultations)
    .where(eq(consultations.id, consultationId));
  if (consultation === undefined) throw new Refusal("not_found");
  const page = await publicPage(db, consultation.slug);
  const size = await panelSizeOf(db, consultationId);
  const panel = { seats: size.invited.seats, enrolled: size.enrolled.seats };
  const everybody = await peopleOf(db, consultationId);
  const situation = await windowSituation(db, consultationId);
  const next = page.rounds.find(({ stage }) => stage === "draft");
  return {
    ...page,
    /** What whoever asks may do here; pages leave out the rest, procedures refuse it. */
    mine: {
      prepare: may(actor, "prepare", consultationId),
      invite: may(actor, "invite", consultationId),
      conduct: may(actor, "conduct", consultationId),
      oversee: may(actor, "oversee", consultationId),
      person: actor.personId,
      /** The mission whose hosts whoever asks may name and remove. */
      mission: everybody.find(({ id }) => id === actor.personId)?.mission ?? null,
    },
    panel,
    people: everybody,
    /** Whether all that was planned is over, so that it can be ended. */
    mayEnd: endingObstacle(page.rounds, situation.windows) === null,
    windows: await windowsOf(db, consultationId),
    clock: await clockOf(db, consultationId),
    /** What opening one more window would take; its time is given in this zone. */
    nextWindow: {
      stillToDo: windowIssues(situation).map(({ code, ...issue }) => ({
        code,
        sentence: sentenceOfIssue({ code, ...issue }),
      })),
      timeZone: situation.timeZone,
    },
    next: next && {
      ...next,
      ...(await readiness(
        db,
        next.id,
        {
          panel,
          enrolmentOpen: page.enrolmentOpen,
          otherRounds: page.rounds.filter(({ id }) => id !== next.id),
          breakdownIn: await breakdownInAnother(db, consultationId, next.id),
          paragraphs: paragraphIdsOf(await circulatedPaper(db, next.id)),
          windowUnderWay: windowUnderWay(situation.windows),
          copying: await isStillHeld(db, { consultationId, roundId: next.id }),
          now,
        },
        size,
      )),
    },
  };
}

/** What the clock is to do, for its hosts: which rounds it opens, which it could not open and why, and the rule's period. */
async function clockOf(db: RegistryDatabase, consultationId: string) {
  const [[consultation], fixed, spareKeys, planned] = await Promise.all([
    db
      .select({ extensionHours: consultations.extensionHours })
      .from(consultations)
      .where(eq(consultations.id, consultationId)),
    rulesInForce(db, consultationId),
    spareKeysLeft(db, consultationId),
    db
      .select({
        roundId: rounds.id,
        opensByClock: rounds.opensByClock,
        openingMissed: rounds.openingMissed,
      })
      .from(rounds)
      .where(and(eq(rounds.consultationId, consultationId), eq(rounds.stage, "draft"))),
  ]);
  return {
    /** Hours; null where enrolment opened before there was such a rule. */
    extensionHours: fixed === null ? (consultation?.extensionHours ?? null) : (fixed.extensionHours ?? null),
    /** Keys under which a withdrawn round could be opened anew. */
    spareKeys,
    /** Whether the period stands in the manifest, so that it can no longer be changed. */
    extensionFixed: fixed !== null,
    rounds: planned.map(({ openingMissed, ...round }) => ({
      ...round,
      openingMissed: openingMissed && {
        at: openingMissed.at,
        sentences: openingMissed.issues.map(sentenceOfIssue),
      },
    })),
  };
}

async function peopleOf(db: RegistryDatabase, consultationId: string) {
  return db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      mission: missions.name,
      role: roles.role,
    })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .leftJoin(missions, eq(missions.id, people.missionId))
    .where(and(eq(roles.consultationId, consultationId)))
    .orderBy(asc(missions.name), asc(people.email));
}
