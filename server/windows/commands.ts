import "server-only";
import { and, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, windows } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";
import { evidenceOf } from "@/domain/report/evidence";
import { windowIssues } from "@/domain/window/opening";
import { windowQuestionnaire } from "@/domain/window/questionnaire";
import { windowReplyIssues } from "@/domain/window/reply";
import { figuresOf } from "@/domain/wording/connective";
import { audit } from "@/server/audit";
import { wakeAt } from "@/server/conduct/alarm";
import { pushManifest } from "@/server/conduct/push";
import { lockConsultation } from "@/server/consultations/lock";
import { lockSigning } from "@/server/enrolment/commands";
import { draftHash, questionnaireHash } from "@/server/hashing";
import { appendEntry } from "@/server/manifest/commands";
import { publishedRounds } from "@/server/publication/queries";
import { composedReport } from "@/server/reports/compose";
import { fixPublishedThemes } from "@/server/theme-releases/commands";
import type { RegistryContext } from "@/server/trpc/init";
import { sentenceOfIssue } from "@/server/words";
import { nextWindowKey, windowSituation } from "./queries";

type Opening = Pick<RegistryContext, "db" | "now" | "secrets" | "ballotBox"> & {
  readonly actor: { readonly personId: string };
};

/**
 * The report as it would be circulated now, with the hash by which the manifest would name it. Throws `not_found`; null while
 * no round is published.
 */
export async function draftToCirculate(db: RegistryDatabase, consultationId: string) {
  const [consultation] = await db.select().from(consultations).where(eq(consultations.id, consultationId));
  if (consultation === undefined) throw new Refusal("not_found");
  const report = await composedReport(db, consultation);
  return report && { report, hash: draftHash(report) };
}

/** A window as its host would open it: until when, and the hash of the draft that the host has read. */
type Wanted = { readonly closesAt: Date; readonly draftHash: string };

/**
 * Opens the next "not reflected" window now: circulates the report as it is composed at this moment, and lets in one
 * response for each credential that was issued for it at enrolment. Throws `window_not_ready` with what stands in the
 * way, `window_draft_changed` where that report is not the one that its host has read, and `box_unreachable` while the ballot box has not acknowledged: the window is then `opening`, and pushing the
 * manifest again finishes it.
 */
export async function openWindow(
  context: Opening,
  consultationId: string,
  { closesAt, draftHash: read }: Wanted,
): Promise<void> {
  const { db, now, actor, secrets } = context;
  if (closesAt <= now)
    throw new Refusal("window_not_ready", { issues: sentenceOfIssue({ code: "closing_time_past" }) });
  await db.transaction(async (tx) => {
    // Of a window and a round that are opened at once, the later finds the earlier under way.
    await lockConsultation(tx, consultationId);
    await lockSigning(tx, consultationId, "exclusive");
    const situation = await windowSituation(tx, consultationId);
    const issues = windowIssues(situation);
    const [key, draft] = [
      await nextWindowKey(tx, consultationId),
      await draftToCirculate(tx, consultationId),
    ];
    if (issues.length > 0 || key === null || draft === null)
      throw new Refusal("window_not_ready", { issues: issues.map(sentenceOfIssue).join(" ") });
    const { roundId, number } = key;
    const { report, hash } = draft;
    if (hash !== read) throw new Refusal("window_draft_changed");
    const { timeZone } = situation;
    const opened = { roundId, consultationId, number, opensAt: now, closesAt, timeZone };
    await tx.insert(windows).values({ ...opened, draft: report, draftHash: hash });
    await fixPublishedThemes(tx, consultationId, now);
    const times = { opensAt: now.toISOString(), closesAt: closesAt.toISOString() };
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "window opened",
      detail: { number, closesAt: times.closesAt },
      at: now,
    });
    const asked = questionnaireHash(windowQuestionnaire);
    await appendEntry(
      tx,
      consultationId,
      { kind: "windowOpened", roundId, number, questionnaireHash: asked, draftHash: hash, ...times },
      secrets,
    );
    await wakeAt(tx, consultationId, closesAt);
  });
  await pushManifest(db, consultationId, context.ballotBox);
}

/** A reply over the version that its author was editing. */
type WindowReply = { readonly number: number; readonly version: number; readonly text: string };

/**
 * Keeps what the co-hosts reply to a window, as the report will have it. Throws `window_reply_to_mend` for a text that
 * names somebody or says what no figure shows, `window_reply_changed` where another has saved since, `window_not_closed` before it has been counted.
 */
export async function replyToWindow(
  db: RegistryDatabase,
  consultationId: string,
  { number, version, text }: WindowReply,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<{ version: number }> {
  const shown = figuresOf(evidenceOf(await publishedRounds(db, consultationId)));
  const issues = windowReplyIssues(text, shown);
  if (issues.length > 0)
    throw new Refusal("window_reply_to_mend", { issues: issues.map(sentenceOfIssue).join(" ") });
  const thisWindow = and(eq(windows.consultationId, consultationId), eq(windows.number, number));
  return db.transaction(async (tx) => {
    const [saved] = await tx
      .update(windows)
      .set({ reply: text.trim(), replyVersion: version + 1 })
      .where(and(thisWindow, eq(windows.stage, "closed"), eq(windows.replyVersion, version)))
      .returning({ number: windows.number });
    if (saved === undefined) {
      const [window] = await tx.select({ stage: windows.stage }).from(windows).where(thisWindow);
      if (window === undefined) throw new Refusal("not_found");
      throw new Refusal(window.stage === "closed" ? "window_reply_changed" : "window_not_closed");
    }
    const detail = { number, version: version + 1 };
    await audit(tx, { consultationId, personId: actor.personId, act: "window replied to", detail, at: now });
    return { version: version + 1 };
  });
}
