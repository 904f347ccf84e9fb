import "server-only";
import { and, eq, gt, gte, lt } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { rounds } from "@/db/registry/schema";
import { earliestToExtendFrom, MOST_DAYS_EXTENDED } from "@/domain/consultation/clock";
import { issuesBeforeOpening } from "@/domain/consultation/round";
import type { Issue } from "@/domain/issue";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { lockSigning } from "@/server/enrolment/commands";
import { enrolmentOf } from "@/server/enrolment/queries";
import { paperHash, questionnaireHash } from "@/server/hashing";
import { queueNotice } from "@/server/mail/notices";
import { appendEntry } from "@/server/manifest/commands";
import { tellRoom } from "@/server/room/notify";
import type { RegistryContext } from "@/server/trpc/init";
import { sentenceOfIssue } from "@/server/words";
import { wakeAt } from "./alarm";
import { pushManifest } from "./push";
import { situationOf } from "./situation";

/** Who conducts, when, and with what. */
export type Conducting = Pick<RegistryContext, "db" | "now" | "secrets" | "ballotBox"> & {
  /** Null for the clock. */
  readonly actor: { readonly personId: string | null };
};

type RoundRow = typeof rounds.$inferSelect;

/** Whether the clock is to open it now. Hosts may have opened it, or changed their minds, since it was looked for. */
const isDue = ({ stage, opensByClock, opensAt }: RoundRow, now: Date) =>
  stage === "draft" && opensByClock && opensAt <= now;

/** Keeps, for its hosts, that the clock did not open a round; it does not try again. */
async function missOpening(
  tx: RegistryDatabase,
  { id, consultationId, number }: RoundRow,
  issues: readonly Issue[],
  now: Date,
): Promise<void> {
  const openingMissed = { at: now.toISOString(), issues };
  await tx.update(rounds).set({ opensByClock: false, openingMissed }).where(eq(rounds.id, id));
  const detail = { number, issues: issues.map(({ code }) => code) };
  await audit(tx, {
    consultationId,
    personId: null,
    act: "round not opened by the clock",
    detail,
    at: now,
  });
}

/**
 * Opens a round now: for whoever asks, or for the clock where it is due and nothing is still to do. Throws `not_ready` with
 * everything still to do, and `box_unreachable` while the ballot box has not acknowledged: the round is then `opening`, and
 * repeating is safe.
 */
export async function openRound(context: Conducting, consultationId: string, roundId: string): Promise<void> {
  const { db, now, actor, secrets } = context;
  const panel = await enrolmentOf(db, consultationId);
  await db.transaction(async (tx) => {
    // Of two rounds that are opened at once, the later finds the earlier under way.
    await lockConsultation(tx, consultationId);
    await lockSigning(tx, consultationId, "exclusive");
    const [round] = await tx
      .select()
      .from(rounds)
      .where(and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId)))
      .for("update");
    if (round === undefined) throw new Refusal("not_found");
    if (round.stage === "opening") return;
    const byClock = actor.personId === null;
    if (byClock && !isDue(round, now)) return;
    const { situation, paper } = await situationOf(tx, { consultationId, roundId }, { panel, now });
    const issues = issuesBeforeOpening(round, situation);
    if (issues.length > 0 && byClock) return missOpening(tx, round, issues, now);
    if (issues.length > 0) throw new Refusal("not_ready", { issues: issues.map(sentenceOfIssue).join(" ") });
    await tx
      .update(rounds)
      .set({ stage: "opening", opensAt: now, opensByClock: false, openingMissed: null })
      .where(and(eq(rounds.id, roundId), eq(rounds.stage, "draft")));
    const act = byClock ? "round opened by the clock" : "round opened";
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act,
      detail: { number: round.number },
      at: now,
    });
    await appendEntry(
      tx,
      consultationId,
      {
        kind: "roundOpened",
        roundId,
        number: round.number,
        level: round.level,
        questionnaireHash: questionnaireHash(round.questionnaire),
        ...(paper !== null && { paperHash: paperHash(paper) }),
        opensAt: now.toISOString(),
        closesAt: round.closesAt.toISOString(),
      },
      secrets,
    );
    await wakeAt(tx, consultationId, round.closesAt);
  });
  await pushManifest(db, consultationId, context.ballotBox);
}

/** Why an open round does not take a later closing time. */
async function whyNotExtended(
  tx: RegistryDatabase,
  roundId: string,
  closesAt: Date,
  now: Date,
): Promise<Refusal> {
  const [round] = await tx
    .select({ closesAt: rounds.closesAt })
    .from(rounds)
    .where(and(eq(rounds.id, roundId), eq(rounds.stage, "open")));
  if (round !== undefined && round.closesAt <= now) return new Refusal("extension_too_late");
  if (round !== undefined && round.closesAt < earliestToExtendFrom(closesAt))
    return new Refusal("extension_too_far", { most: MOST_DAYS_EXTENDED });
  return new Refusal("extension_not_later");
}

/**
 * Moves the close of an open round to a later time. Throws `extension_not_later`; `extension_too_far`, since a slip of a
 * digit could not be taken back; and `extension_too_late` once its closing time has come: what was closed is not opened again.
 */
export async function extendRound(
  context: Conducting,
  consultationId: string,
  roundId: string,
  closesAt: Date,
): Promise<void> {
  const { db, now, actor, secrets } = context;
  if (closesAt <= now) throw new Refusal("extension_not_later");
  await db.transaction(async (tx) => {
    const [extended] = await tx
      .update(rounds)
      .set({ closesAt })
      .where(
        and(
          eq(rounds.id, roundId),
          eq(rounds.consultationId, consultationId),
          eq(rounds.stage, "open"),
          lt(rounds.closesAt, closesAt),
          gte(rounds.closesAt, earliestToExtendFrom(closesAt)),
          gt(rounds.closesAt, now),
        ),
      )
      .returning({ number: rounds.number });
    if (extended === undefined) throw await whyNotExtended(tx, roundId, closesAt, now);
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "round extended",
      detail: { number: extended.number, closesAt: closesAt.toISOString() },
      at: now,
    });
    await appendEntry(
      tx,
      consultationId,
      { kind: "roundExtended", roundId, closesAt: closesAt.toISOString() },
      secrets,
    );
    await queueNotice(tx, consultationId, { kind: "extended", roundId }, now);
    await tellRoom(tx, consultationId);
    await wakeAt(tx, consultationId, closesAt);
  });
  await pushManifest(db, consultationId, context.ballotBox);
}
