import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import {
  coHosts,
  consultations,
  editions,
  missions,
  paperCirculations,
  people,
  releases,
  roles,
  rounds,
} from "@/db/registry/schema";
import { type Actor, may } from "@/domain/consultation/access";
import { endingObstacle } from "@/domain/consultation/ending";
import { type PanelSize, prospectOf } from "@/domain/consultation/prospect";
import { type OpeningSituation, openingSteps } from "@/domain/consultation/round";
import { Refusal } from "@/domain/refusal";
import { windowIssues, windowUnderWay } from "@/domain/window/opening";
import { awaitedOf } from "@/server/editions/signatures";
import { hasEnded } from "@/server/enrolment/ended";
import { panelSizeOf } from "@/server/enrolment/queries";
import { fingerprintOfConsultation } from "@/server/manifest/queries";
import { circulatedPaper, paragraphIdsOf } from "@/server/papers/circulated";
import { breakdownInAnother } from "@/server/questionnaires/queries";
import { windowSituation, windowsOf } from "@/server/windows/queries";
import { sentenceOfIssue } from "@/server/words";

/** The consultations in which the actor has a role, by title. */
export async function consultationsOf(db: RegistryDatabase, { roles: held }: Actor) {
  const ids = Object.keys(held);
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: consultations.id, title: consultations.title, subject: consultations.subject })
    .from(consultations)
    .where(inArray(consultations.id, ids))
    .orderBy(asc(consultations.title));
  return rows.map((row) => ({ ...row, role: held[row.id] }));
}

async function coHostsOf(db: RegistryDatabase, consultationId: string): Promise<string[]> {
  const rows = await db
    .select({ name: missions.name })
    .from(coHosts)
    .innerJoin(missions, eq(missions.id, coHosts.missionId))
    .where(eq(coHosts.consultationId, consultationId))
    .orderBy(asc(missions.name));
  return rows.map(({ name }) => name);
}

async function roundsOf(db: RegistryDatabase, consultationId: string) {
  const rows = await db
    .select({
      id: rounds.id,
      number: rounds.number,
      level: rounds.level,
      stage: rounds.stage,
      opensAt: rounds.opensAt,
      closesAt: rounds.closesAt,
      timeZone: rounds.timeZone,
      closedAt: releases.closedAt,
      publishedAt: releases.publishedAt,
      paper: paperCirculations.number,
    })
    .from(rounds)
    .leftJoin(releases, eq(releases.roundId, rounds.id))
    .leftJoin(paperCirculations, eq(paperCirculations.roundId, rounds.id))
    .where(eq(rounds.consultationId, consultationId))
    .orderBy(asc(rounds.number));
  const shown = rows.map(async ({ opensAt, closesAt, closedAt, publishedAt, paper, ...round }) => ({
    ...round,
    /** The version of the discussion paper that it circulates, once everybody may read it. */
    paper: ["draft", "opening"].includes(round.stage) ? null : paper,
    opensAt: opensAt.toISOString(),
    closesAt: (closedAt ?? closesAt).toISOString(),
    published: publishedAt !== null,
    /** Of how many co-hosting missions a signature is awaited, once there is something to sign. */
    signOff:
      closedAt === null || publishedAt !== null
        ? null
        : await awaitedOf(db, consultationId, { of: "findings", roundId: round.id }),
  }));
  return Promise.all(shown);
}

/** The same for the report, once a mission has signed it. */
async function reportSignOff(db: RegistryDatabase, consultationId: string) {
  const found = await awaitedOf(db, consultationId, { of: "report" });
  return found === null || found.awaited === found.of ? null : found;
}

/** Its windows as anybody may read of them: when, and how far each has come. How many responded is told in the report. */
async function publicWindows(db: RegistryDatabase, consultationId: string) {
  const opened = await windowsOf(db, consultationId);
  return opened
    .filter(({ stage }) => stage !== "opening")
    .map(({ roundId, number, stage, opensAt, closesAt, closedAt, timeZone }) => ({
      ...{ roundId, number, stage, timeZone, opensAt },
      closesAt: closedAt ?? closesAt,
    }));
}

/** A consultation as anybody may read it. Throws `not_found`. */
export async function publicPage(db: RegistryDatabase, slug: string) {
  const [consultation] = await db.select().from(consultations).where(eq(consultations.slug, slug));
  if (consultation === undefined) throw new Refusal("not_found");
  const fingerprint = await fingerprintOfConsultation(db, consultation.id);
  const [report] = await db
    .select({ number: editions.number })
    .from(editions)
    .where(eq(editions.consultationId, consultation.id))
    .limit(1);
  return {
    ...consultation,
    coHosts: await coHostsOf(db, consultation.id),
    rounds: await roundsOf(db, consultation.id),
    windows: await publicWindows(db, consultation.id),
    enrolmentOpen: fingerprint !== null,
    fingerprint,
    reportPublished: report !== undefined,
    reportSignOff: await reportSignOff(db, consultation.id),
    /** Whether its hosts have ended it: nothing more can be asked in it. */
    ended: await hasEnded(db, consultation.id),
  };
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
      conduct: may(actor, "conduct", consultationId),
      oversee: may(actor, "oversee", consultationId),
      /** The mission whose hosts whoever asks may name and remove. */
      mission: everybody.find(({ id }) => id === actor.personId)?.mission ?? null,
    },
    panel,
    people: everybody,
    /** Whether all that was planned is over, so that it can be ended. */
    mayEnd: endingObstacle(page.rounds, situation.windows) === null,
    windows: await windowsOf(db, consultationId),
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
          now,
        },
        size,
      )),
    },
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
