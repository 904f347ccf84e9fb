import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { rounds } from "@/db/registry/schema";
import { issuesBeforeOpening } from "@/domain/consultation/round";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { lockSigning } from "@/server/enrolment/commands";
import { enrolmentOf } from "@/server/enrolment/queries";
import { paperHash, questionnaireHash } from "@/server/hashing";
import { appendEntry } from "@/server/manifest/commands";
import type { RegistryContext } from "@/server/trpc/init";
import { sentenceOfIssue } from "@/server/words";
import { pushManifest } from "./push";
import { situationOf } from "./situation";

/** Who conducts, when, and with what. */
export type Conducting = Pick<RegistryContext, "db" | "now" | "secrets" | "ballotBox"> & {
  readonly actor: { readonly personId: string };
};

/**
 * Opens a round now. Throws `not_ready` with everything still to do, and `box_unreachable` while the ballot box has not
 * acknowledged: the round is then `opening`, and repeating is safe.
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
    const { situation, paper } = await situationOf(tx, { consultationId, roundId }, { panel, now });
    const issues = issuesBeforeOpening(round, situation);
    if (issues.length > 0) throw new Refusal("not_ready", { issues: issues.map(sentenceOfIssue).join(" ") });
    await tx
      .update(rounds)
      .set({ stage: "opening", opensAt: now })
      .where(and(eq(rounds.id, roundId), eq(rounds.stage, "draft")));
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "round opened",
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
  });
  await pushManifest(db, consultationId, context.ballotBox);
}

/** Moves the close of an open round to a later time. Throws `extension_not_later`, `round_not_open`. */
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
          sql`${rounds.closesAt} < ${closesAt.toISOString()}`,
        ),
      )
      .returning({ number: rounds.number });
    if (extended === undefined) throw new Refusal("extension_not_later");
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
  });
  await pushManifest(db, consultationId, context.ballotBox);
}
