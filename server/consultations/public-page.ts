import "server-only";
import { asc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, editions, paperCirculations, releases, rounds } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import { coHostNames } from "@/server/consultations/co-hosts";
import { awaitedOf } from "@/server/editions/signatures";
import { hasEnded } from "@/server/enrolment/ended";
import { withdrawnOf } from "@/server/errata/queries";
import { fingerprintOfConsultation } from "@/server/manifest/queries";
import { sessionUnderWay } from "@/server/room/session";
import { windowsOf } from "@/server/windows/queries";

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
      extendedByRule: rounds.extendedByRule,
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
  const [consultation] = await db
    .select({
      id: consultations.id,
      slug: consultations.slug,
      title: consultations.title,
      subject: consultations.subject,
      rule: consultations.rule,
      simulated: consultations.simulated,
    })
    .from(consultations)
    .where(eq(consultations.slug, slug));
  if (consultation === undefined) throw new Refusal("not_found");
  const fingerprint = await fingerprintOfConsultation(db, consultation.id);
  const [report] = await db
    .select({ number: editions.number })
    .from(editions)
    .where(eq(editions.consultationId, consultation.id))
    .limit(1);
  return {
    ...consultation,
    coHosts: await coHostNames(db, consultation.id),
    rounds: await roundsOf(db, consultation.id),
    windows: await publicWindows(db, consultation.id),
    /** Rounds that were opened, had a mistake and were closed unreleased. */
    withdrawn: await withdrawnOf(db, consultation.id),
    enrolmentOpen: fingerprint !== null,
    fingerprint,
    reportPublished: report !== undefined,
    reportSignOff: await reportSignOff(db, consultation.id),
    /** Whether its hosts have ended it: nothing more can be asked in it. */
    ended: await hasEnded(db, consultation.id),
    /** The code of the session in the room that is under way. */
    room: (await sessionUnderWay(db, consultation.id))?.code ?? null,
  };
}
