import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { editions, signatures, signedNotes } from "@/db/registry/schema";
import { type NotedSubject, subjectKey } from "@/domain/edition/signed";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { fixPublishedThemes } from "@/server/theme-releases/commands";
import { editionsOf } from "./compose";
import { noticedVersion, type SigningOff, signedByAll } from "./signatures";

type Publishing = Omit<SigningOff, "subject">;

/** What was written to stand with it is part of what is published now. */
async function letGoOfNote(tx: RegistryDatabase, consultationId: string, subject: NotedSubject) {
  await tx
    .delete(signedNotes)
    .where(and(eq(signedNotes.consultationId, consultationId), eq(signedNotes.subject, subjectKey(subject))));
}

/** The signatures for the report become those of its edition. */
async function keepSignatures(tx: RegistryDatabase, consultationId: string, number: number) {
  const ofReport = and(eq(signatures.consultationId, consultationId), eq(signatures.subject, "report"));
  await tx
    .update(signatures)
    .set({ subject: `edition/${number}` })
    .where(and(ofReport, isNull(signatures.withdrawnAt)));
  await tx.delete(signatures).where(ofReport);
}

/**
 * Publishes the report as every co-hosting mission has signed it, as a further edition that stays as it is. Throws
 * `awaiting_signatures`, `report_without_findings` while no round is published, and `already_published` while the last
 * edition that stands says the same.
 */
export async function publishEdition(db: RegistryDatabase, publishing: Publishing): Promise<void> {
  const { consultationId, actor, now } = publishing;
  const subject = { of: "report" } as const;
  await noticedVersion(db, { ...publishing, subject });
  await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const { content, hash } = await signedByAll(tx, { consultationId, subject });
    if (content.of !== "report") throw new TypeError("what was signed is no report");
    const number = ((await editionsOf(tx, consultationId)).at(-1)?.number ?? 0) + 1;
    const { kind, report: document, letter, corrigendum } = content;
    await tx
      .insert(editions)
      .values({ consultationId, number, kind, document, letter, hash, corrigendum, publishedAt: now });
    await fixPublishedThemes(tx, consultationId, now);
    await keepSignatures(tx, consultationId, number);
    await letGoOfNote(tx, consultationId, subject);
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "report published",
      detail: { number, rounds: [...document.rounds], hash },
      at: now,
    });
  });
}

/**
 * Withdraws an edition for the reason that every co-hosting mission has signed: its content is deleted, and its hash and
 * signatures stay. Throws `awaiting_signatures`, `withdrawal_without_reason`, `already_withdrawn`, `not_found`.
 */
export async function withdrawEdition(
  db: RegistryDatabase,
  publishing: Publishing,
  number: number,
): Promise<void> {
  const { consultationId, actor, now } = publishing;
  const subject = { of: "withdrawal", number } as const;
  await noticedVersion(db, { ...publishing, subject });
  await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const { content, hash } = await signedByAll(tx, { consultationId, subject });
    if (content.of !== "withdrawal") throw new TypeError("what was signed is no withdrawal");
    const withdrawn = { withdrawnAt: now, withdrawalReason: content.reason };
    const nothing = { document: null, letter: null, corrigendum: null };
    const [edition] = await tx
      .update(editions)
      .set({ ...withdrawn, ...nothing })
      .where(
        and(
          eq(editions.consultationId, consultationId),
          eq(editions.number, number),
          isNull(editions.withdrawnAt),
        ),
      )
      .returning({ number: editions.number });
    if (edition === undefined) throw new Refusal("already_withdrawn", { number });
    await letGoOfNote(tx, consultationId, subject);
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "edition withdrawn",
      detail: { number, hash },
      at: now,
    });
  });
}
