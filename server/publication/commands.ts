import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, releases, reports, rounds } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { composedReport } from "@/server/reports/compose";

type Publishing = {
  readonly db: RegistryDatabase;
  readonly now: Date;
  readonly actor: { readonly personId: string };
};

/**
 * Publishes a round's findings, once and for good. Throws `not_found`, `not_released` until the round has closed, and
 * `already_published`.
 */
export async function publishRound(
  { db, now, actor }: Publishing,
  consultationId: string,
  roundId: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [round] = await tx
      .select({ number: rounds.number })
      .from(rounds)
      .where(and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId)));
    if (round === undefined) throw new Refusal("not_found");
    const [published] = await tx
      .update(releases)
      .set({ publishedAt: now })
      .where(and(eq(releases.roundId, roundId), isNull(releases.publishedAt)))
      .returning({ roundId: releases.roundId });
    if (published === undefined) throw new Refusal(await whyNot(tx, roundId));
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "findings published",
      detail: { number: round.number },
      at: now,
    });
  });
}

async function whyNot(tx: RegistryDatabase, roundId: string) {
  const [release] = await tx
    .select({ roundId: releases.roundId })
    .from(releases)
    .where(eq(releases.roundId, roundId));
  return release === undefined ? "not_released" : "already_published";
}

/**
 * Publishes the report as it is composed now from the rounds published so far, and keeps it so. Once further rounds are
 * published it may be published again, which replaces it under a new date. Throws `not_found`, `report_without_findings`
 * while no round is published, and `already_published` while the published report holds the same rounds.
 */
export async function publishReport({ db, now, actor }: Publishing, consultationId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [consultation] = await tx.select().from(consultations).where(eq(consultations.id, consultationId));
    if (consultation === undefined) throw new Refusal("not_found");
    const document = await composedReport(tx, consultation);
    if (document === null) throw new Refusal("report_without_findings");
    const held = JSON.stringify(document.rounds);
    const [report] = await tx
      .insert(reports)
      .values({ consultationId, publishedAt: now, document })
      .onConflictDoUpdate({
        target: reports.consultationId,
        set: { publishedAt: now, document },
        setWhere: sql`${reports.document} -> 'rounds' IS DISTINCT FROM ${held}::jsonb`,
      })
      .returning({ consultationId: reports.consultationId });
    if (report === undefined) throw new Refusal("already_published");
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "report published",
      detail: { rounds: [...document.rounds] },
      at: now,
    });
  });
}
