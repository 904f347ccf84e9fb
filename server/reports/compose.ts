import "server-only";
import type { RegistryDatabase } from "@/db/registry/client";
import type { consultations } from "@/db/registry/schema";
import type { Report } from "@/domain/report/document";
import { evidenceOf } from "@/domain/report/evidence";
import { paperSections } from "@/domain/report/paper";
import { reportOf } from "@/domain/report/report";
import { type WindowFacts, windowSections } from "@/domain/report/windows";
import { withdrawnSections } from "@/domain/report/withdrawn";
import { NOT_REFLECTED } from "@/domain/window/questionnaire";
import { coHostNames } from "@/server/consultations/co-hosts";
import { withdrawnOf } from "@/server/errata/queries";
import { fingerprintOfConsultation } from "@/server/manifest/queries";
import { papersOf } from "@/server/papers/queries";
import { publishedRounds } from "@/server/publication/queries";
import { reportDraftOf } from "@/server/summaries/draft";
import { themesOf } from "@/server/theme-releases/queries";
import { windowsOf } from "@/server/windows/queries";

type Consultation = typeof consultations.$inferSelect;

/** The report as published rounds and what was composed of them give it now, or null while no round is published. */
export async function composedReport(
  db: RegistryDatabase,
  { id, title, slug, subject, rule, simulated }: Consultation,
): Promise<Report | null> {
  const [coHosts, rounds, fingerprint, draft, papers, windows, withdrawn] = await Promise.all([
    coHostNames(db, id),
    publishedRounds(db, id),
    fingerprintOfConsultation(db, id),
    reportDraftOf(db, id),
    papersOf(db, id),
    closedWindows(db, id),
    withdrawnOf(db, id),
  ]);
  if (rounds.length === 0) return null;
  return reportOf({
    title,
    slug,
    subject,
    simulated,
    coHosts,
    rule,
    fingerprint: fingerprint?.join(" ") ?? "",
    rounds,
    arrangement: draft.arrangement,
    nextSteps: draft.nextSteps,
    parts: {
      withdrawn: withdrawnSections(withdrawn),
      paper: paperSections({ slug, papers, evidence: evidenceOf(rounds) }),
      notReflected: windowSections(windows),
    },
  });
}

/**
 * A report that was published before documents were kept: the rounds that were published by then, and nothing that reports
 * have been composed of since. Null where no round was.
 */
export async function reportBeforeDocuments(
  db: RegistryDatabase,
  { id, title, slug, subject, rule, simulated }: Consultation,
  publishedAt: Date,
): Promise<Report | null> {
  const [coHosts, published, fingerprint] = await Promise.all([
    coHostNames(db, id),
    publishedRounds(db, id),
    fingerprintOfConsultation(db, id),
  ]);
  const rounds = published
    .filter((round) => round.publishedAt !== null && new Date(round.publishedAt) <= publishedAt)
    .map((round) => ({ ...round, themes: [] }));
  if (rounds.length === 0) return null;
  return reportOf({
    title,
    slug,
    subject,
    simulated,
    coHosts,
    rule,
    fingerprint: fingerprint?.join(" ") ?? "",
    rounds,
  });
}

/** The windows that have closed, with what the rapporteur has released of them. */
async function closedWindows(db: RegistryDatabase, consultationId: string): Promise<WindowFacts[]> {
  const [windows, released] = await Promise.all([
    windowsOf(db, consultationId),
    themesOf(db, consultationId),
  ]);
  return windows.flatMap(({ roundId, number, opensAt, closedAt, timeZone, participation, reply }) => {
    if (closedAt === null || participation === null) return [];
    const own = released.find((one) => one.roundId === roundId && one.itemId === NOT_REFLECTED);
    return [{ number, opensAt, closedAt, timeZone, participation, reply, themes: own?.release ?? null }];
  });
}
