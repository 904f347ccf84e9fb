import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { issuance, roundKeys, rounds, withdrawnRounds } from "@/db/registry/schema";
import { copiesUntil, type Withdrawal, withdrawalIssues } from "@/domain/consultation/erratum";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { wakeAt } from "@/server/conduct/alarm";
import type { Conducting } from "@/server/conduct/commands";
import { pushManifest } from "@/server/conduct/push";
import { lockConsultation } from "@/server/consultations/lock";
import { forgetPrivateKey, lockSigning, shuffleEnrolment } from "@/server/enrolment/commands";
import { rewriteInFreshOrder } from "@/server/fresh-order";
import { momentInMail } from "@/server/mail/moment";
import { queueNotice } from "@/server/mail/notices";
import { appendEntry, takeSpareKey } from "@/server/manifest/commands";
import { leaveWithdrawn } from "@/server/room/withdrawn";
import { sentenceOfIssue, words } from "@/server/words";

type Round = typeof rounds.$inferSelect;

/** From here on nothing can be signed for the round that was opened, and nothing tells what was. */
async function forgetKey(tx: RegistryDatabase, roundId: string): Promise<void> {
  await tx.update(issuance).set({ blinded: null, signature: null }).where(eq(issuance.roundId, roundId));
  await tx.update(roundKeys).set({ wrappedPrivateKey: null }).where(eq(roundKeys.roundId, roundId));
}

/**
 * Lets the round go on in draft under a spare key, with its number, plan, questionnaire and paper: all of it can then be
 * mended and opened as ever. What belongs to the round follows its new id. Throws `no_spare_key`.
 */
async function goOnUnderSpareKey(tx: RegistryDatabase, { id, consultationId }: Round): Promise<string> {
  const roundId = await takeSpareKey(tx, consultationId);
  await tx
    .update(rounds)
    .set({
      id: roundId,
      stage: "draft",
      extendedByRule: false,
      questionnaireVersion: sql`${rounds.questionnaireVersion} + 1`,
    })
    .where(eq(rounds.id, id));
  return roundId;
}

/** What the notice to all seats says of a withdrawal. */
const noteOf = (reason: string, until: Date, timeZone: string): string =>
  words("errata.mailed", { reason, until: momentInMail(until, timeZone) });

/**
 * Withdraws an open round: closes it for good, releases nothing of it, says so and why in the manifest, lets authors read
 * their answers back for a time, and lets the round go on in draft under a spare key. Throws `withdrawal_to_mend`,
 * `round_not_open`, `no_spare_key`, and `box_unreachable` while the ballot box has not acknowledged: it then still takes
 * answers, which nobody counts, and pushing the manifest again finishes it.
 */
export async function withdrawRound(
  context: Conducting,
  { consultationId, roundId, ...withdrawal }: Withdrawal & { consultationId: string; roundId: string },
): Promise<{ roundId: string }> {
  const { db, now, actor, secrets } = context;
  const issues = withdrawalIssues(withdrawal);
  if (issues.length > 0)
    throw new Refusal("withdrawal_to_mend", { issues: issues.map(sentenceOfIssue).join(" ") });
  const reason = withdrawal.reason.trim();
  const until = copiesUntil(now, withdrawal);
  const next = await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    await lockSigning(tx, consultationId, "exclusive");
    const [round] = await tx
      .select()
      .from(rounds)
      .where(and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId), eq(rounds.stage, "open")))
      .for("update");
    // From its closing time on what participants answered is counted, whoever comes to that first.
    if (round === undefined || round.closesAt <= now) throw new Refusal("round_not_open");
    const { number, opensAt, timeZone, questionnaire } = round;
    const opened = { roundId, consultationId, number, opensAt, timeZone, questionnaire };
    await tx.insert(withdrawnRounds).values({ ...opened, withdrawnAt: now, reason, copiesUntil: until });
    await forgetKey(tx, roundId);
    const goesOnAs = await goOnUnderSpareKey(tx, round);
    await leaveWithdrawn(tx, { consultationId, roundId: goesOnAs });
    const times = { withdrawnAt: now.toISOString(), copiesUntil: until.toISOString() };
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "round withdrawn",
      detail: { number, reason, copiesUntil: times.copiesUntil },
      at: now,
    });
    await appendEntry(tx, consultationId, { kind: "roundWithdrawn", roundId, reason, ...times }, secrets);
    const note = noteOf(reason, until, timeZone);
    await queueNotice(tx, consultationId, { kind: "corrected", roundId: goesOnAs, note }, now);
    await wakeAt(tx, consultationId, until);
    return goesOnAs;
  });
  forgetPrivateKey(roundId);
  // The row before the update held the key; it goes with the table's old file.
  await db.transaction((tx) => rewriteInFreshOrder(tx, sql`${roundKeys}`));
  await shuffleEnrolment(db);
  await pushManifest(db, consultationId, context.ballotBox);
  return { roundId: next };
}
