import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { releases, rounds } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { noticedVersion, signedByAll } from "@/server/editions/signatures";
import { tellRoom } from "@/server/room/notify";

type Publishing = { readonly consultationId: string; readonly actor: Actor; readonly now: Date };

/**
 * Publishes a round's findings as every co-hosting mission has signed them, once and for good. Throws `not_found`,
 * `not_released` until the round has closed, `awaiting_signatures` and `already_published`.
 */
export async function publishRound(
  db: RegistryDatabase,
  publishing: Publishing,
  roundId: string,
): Promise<void> {
  const { consultationId, actor, now } = publishing;
  const subject = { of: "findings", roundId } as const;
  await noticedVersion(db, { ...publishing, subject });
  await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    // Whoever changes what the findings say holds this row too: what is signed is what is published.
    await tx.select().from(releases).where(eq(releases.roundId, roundId)).for("update");
    const { hash } = await signedByAll(tx, { consultationId, subject });
    const [published] = await tx
      .update(releases)
      .set({ publishedAt: now })
      .where(and(eq(releases.roundId, roundId), isNull(releases.publishedAt)))
      .returning({ roundId: releases.roundId });
    if (published === undefined) throw new Refusal("already_published");
    const [round] = await tx.select({ number: rounds.number }).from(rounds).where(eq(rounds.id, roundId));
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "findings published",
      detail: { number: round?.number, hash },
      at: now,
    });
    await tellRoom(tx, consultationId);
  });
}
