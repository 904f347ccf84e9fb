import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { rounds, signatures, signedNotes } from "@/db/registry/schema";
import { noteWordIssues } from "@/domain/edition/circulated-words";
import { LONGEST_NOTE, type NotedSubject, type Subject, subjectKey } from "@/domain/edition/signed";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { sentenceOfIssue } from "@/server/words";
import { contentNow, editionsOf, hashOf } from "./compose";
import { givenWords } from "./given-words";
import { noticedVersion, type SigningOff, signingMission } from "./signatures";

/** What the log says of a subject: which it is, and the number of its round or edition. */
async function told(tx: RegistryDatabase, subject: Subject) {
  if (subject.of === "withdrawal") return { of: subject.of, number: subject.number };
  if (subject.of === "report") return { of: subject.of };
  const [round] = await tx
    .select({ number: rounds.number })
    .from(rounds)
    .where(eq(rounds.id, subject.roundId));
  return { of: subject.of, number: round?.number };
}

/**
 * Signs, for the host's mission, the version whose hash the host saw. Throws `version_changed` where it is not the one
 * that would be published now, and what `contentNow` throws.
 */
export async function sign(db: RegistryDatabase, signing: SigningOff, hash: string): Promise<void> {
  const { consultationId, subject, actor, now } = signing;
  await noticedVersion(db, signing);
  await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const mission = await signingMission(tx, signing);
    if (hashOf(await contentNow(tx, consultationId, subject)) !== hash) throw new Refusal("version_changed");
    const given = { personId: actor.personId, hash, signedAt: now, withdrawnAt: null };
    const [signed] = await tx
      .insert(signatures)
      .values({ consultationId, subject: subjectKey(subject), missionId: mission.id, ...given })
      .onConflictDoUpdate({
        target: [signatures.consultationId, signatures.subject, signatures.missionId],
        set: given,
        setWhere: sql`${signatures.withdrawnAt} IS NOT NULL`,
      })
      .returning();
    // Another host of the mission has signed this very version: there is nothing to add.
    if (signed === undefined) return;
    const detail = { ...(await told(tx, subject)), hash };
    await audit(tx, { consultationId, personId: actor.personId, act: "version signed", detail, at: now });
  });
}

/** Takes the signature of the host's mission back. Throws `signature_gone`, and what `contentNow` throws. */
export async function takeBack(db: RegistryDatabase, signing: SigningOff): Promise<void> {
  const { consultationId, subject, actor, now } = signing;
  await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const mission = await signingMission(tx, signing);
    await contentNow(tx, consultationId, subject);
    const [gone] = await tx
      .delete(signatures)
      .where(
        and(
          eq(signatures.consultationId, consultationId),
          eq(signatures.subject, subjectKey(subject)),
          eq(signatures.missionId, mission.id),
          isNull(signatures.withdrawnAt),
        ),
      )
      .returning();
    if (gone === undefined) throw new Refusal("signature_gone");
    const detail = { ...(await told(tx, subject)), hash: gone.hash };
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "signature taken back",
      detail,
      at: now,
    });
  });
}

type Noting = Omit<SigningOff, "subject"> & { readonly subject: NotedSubject };

/** Whether there is an edition that this note can be about. */
async function refuseWithoutEdition(tx: RegistryDatabase, { consultationId, subject }: Noting) {
  const all = await editionsOf(tx, consultationId);
  const about = subject.of === "report" ? all.at(-1) : all.find(({ number }) => number === subject.number);
  if (about === undefined) throw new Refusal("not_found");
  if (about.withdrawnAt !== null) throw new Refusal("already_withdrawn", { number: about.number });
}

/**
 * Keeps what is to stand with what is signed: a corrigendum, or the reason of a withdrawal. `version` is the one that the
 * host has changed. Throws `not_found`, `already_withdrawn`, `note_too_long`, `note_to_mend`,
 * `note_changed`.
 */
export async function writeNote(
  db: RegistryDatabase,
  noting: Noting,
  given: string,
  version: number,
): Promise<{ readonly version: number }> {
  const { consultationId, subject, actor, now } = noting;
  const text = given.trim();
  if (text.length > LONGEST_NOTE) throw new Refusal("note_too_long", { most: LONGEST_NOTE });
  const key = subjectKey(subject);
  return db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    await refuseWithoutEdition(tx, noting);
    const issues = noteWordIssues(text, await givenWords(tx, consultationId));
    if (issues.length > 0)
      throw new Refusal("note_to_mend", { issues: issues.map(sentenceOfIssue).join(" ") });
    const [kept] = await tx
      .insert(signedNotes)
      .values({ consultationId, subject: key, text, version: 1 })
      .onConflictDoUpdate({
        target: [signedNotes.consultationId, signedNotes.subject],
        set: { text, version: version + 1 },
        setWhere: eq(signedNotes.version, version),
      })
      .returning({ version: signedNotes.version });
    if (kept?.version !== version + 1) throw new Refusal("note_changed");
    await tx
      .update(signatures)
      .set({ withdrawnAt: now })
      .where(
        and(
          eq(signatures.consultationId, consultationId),
          eq(signatures.subject, key),
          isNull(signatures.withdrawnAt),
        ),
      );
    const act = subject.of === "report" ? "corrigendum worded" : "withdrawal proposed";
    const detail = subject.of === "report" ? {} : { number: subject.number };
    await audit(tx, { consultationId, personId: actor.personId, act, detail, at: now });
    return kept;
  });
}
