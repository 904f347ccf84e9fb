import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { releases, reports, rounds } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { publishedRounds } from "./queries";

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
 * Publishes the report, composed from the rounds published so far. Throws `report_without_findings` while there is none,
 * and `already_published`.
 */
export async function publishReport({ db, now, actor }: Publishing, consultationId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const published = await publishedRounds(tx, consultationId);
    if (published.length === 0) throw new Refusal("report_without_findings");
    const [report] = await tx
      .insert(reports)
      .values({ consultationId, publishedAt: now })
      .onConflictDoNothing()
      .returning({ consultationId: reports.consultationId });
    if (report === undefined) throw new Refusal("already_published");
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "report published",
      detail: { rounds: published.map(({ number }) => number) },
      at: now,
    });
  });
}
