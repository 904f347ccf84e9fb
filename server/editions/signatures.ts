import "server-only";
import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { missions, people, signatures } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { awaited, type SignedContent, type Subject, subjectKey } from "@/domain/edition/signed";
import { Refusal } from "@/domain/refusal";
import { missionsOf } from "@/server/consultations/co-hosts";
import { lockConsultation } from "@/server/consultations/lock";
import { contentNow, hashOf } from "./compose";

/** What hosts sign or publish together, by whom and when. */
export type SigningOff = {
  readonly consultationId: string;
  readonly subject: Subject;
  readonly actor: Actor;
  readonly now: Date;
};

/** The signatures kept under a name of `subjectKey`, or `edition/<number>`, with who gave them. */
export async function signaturesFor(db: RegistryDatabase, consultationId: string, key: string) {
  const rows = await db
    .select({ signature: signatures, mission: missions.name, name: people.name, email: people.email })
    .from(signatures)
    .innerJoin(missions, eq(missions.id, signatures.missionId))
    .innerJoin(people, eq(people.id, signatures.personId))
    .where(and(eq(signatures.consultationId, consultationId), eq(signatures.subject, key)))
    .orderBy(asc(missions.name));
  return rows.map(({ signature, mission, name, email }) => ({
    missionId: signature.missionId,
    mission,
    by: name ?? email,
    hash: signature.hash,
    signedAt: signature.signedAt.toISOString(),
    withdrawn: signature.withdrawnAt !== null,
  }));
}

/** Signatures that still stand for a subject though what they were given for is no longer what is composed. */
const outdated = (consultationId: string, key: string, hash: string | null) =>
  and(
    eq(signatures.consultationId, consultationId),
    eq(signatures.subject, key),
    isNull(signatures.withdrawnAt),
    hash === null ? undefined : ne(signatures.hash, hash),
  );

/** The hash of what would be published now, or the refusal of an act that is done already or cannot be done yet. */
type Version = { readonly hash: string } | { readonly hash: null; readonly refusal: Refusal };

async function versionNow(db: RegistryDatabase, consultationId: string, subject: Subject): Promise<Version> {
  try {
    return { hash: hashOf(await contentNow(db, consultationId, subject)) };
  } catch (refusal) {
    if (refusal instanceof Refusal) return { hash: null, refusal };
    throw refusal;
  }
}

/**
 * The version that would be published now. Whoever asks for it notices a change: from then on no signature for another
 * version counts, even once what was changed is changed back. What was signed and is done keeps its signatures.
 */
export async function noticedVersion(
  db: RegistryDatabase,
  { consultationId, subject, now }: Omit<SigningOff, "actor">,
): Promise<Version> {
  const key = subjectKey(subject);
  const seen = await versionNow(db, consultationId, subject);
  if (seen.hash === null && subject.of !== "report") return seen;
  const [found] = await db
    .select()
    .from(signatures)
    .where(outdated(consultationId, key, seen.hash))
    .limit(1);
  if (found === undefined) return seen;
  return db.transaction(async (tx) => {
    // Nobody signs what was changed meanwhile before this is done.
    await lockConsultation(tx, consultationId);
    const current = await versionNow(tx, consultationId, subject);
    await tx
      .update(signatures)
      .set({ withdrawnAt: now })
      .where(outdated(consultationId, key, current.hash));
    return current;
  });
}

/** The mission for which a host signs. Throws `not_allowed` for whoever acts for no co-hosting mission. */
export async function signingMission(
  tx: RegistryDatabase,
  { consultationId, actor }: Pick<SigningOff, "consultationId" | "actor">,
): Promise<{ readonly id: string; readonly name: string }> {
  const mission = (await missionsOf(tx, consultationId)).find(({ id }) => id === actor.missionId);
  if (mission === undefined) throw new Refusal("not_allowed");
  return mission;
}

/**
 * What every co-hosting mission has signed, exactly as it is composed now; the consultation is to be locked. Throws
 * `awaiting_signatures` while one of them is missing, and what `contentNow` throws.
 */
export async function signedByAll(
  tx: RegistryDatabase,
  { consultationId, subject }: Pick<SigningOff, "consultationId" | "subject">,
): Promise<{ readonly content: SignedContent; readonly hash: string }> {
  const content = await contentNow(tx, consultationId, subject);
  const hash = hashOf(content);
  const coHosting = await missionsOf(tx, consultationId);
  const missing = awaited(coHosting, await signaturesFor(tx, consultationId, subjectKey(subject)), hash);
  if (missing.length > 0)
    throw new Refusal("awaiting_signatures", { awaited: missing.length, of: coHosting.length });
  return { content, hash };
}

/**
 * Of how many of the co-hosting missions a signature is awaited, for whoever may know that and nothing else; null for what
 * is done already.
 */
export async function awaitedOf(
  db: RegistryDatabase,
  consultationId: string,
  subject: Subject,
): Promise<{ readonly awaited: number; readonly of: number } | null> {
  const coHosting = await missionsOf(db, consultationId);
  const given = await signaturesFor(db, consultationId, subjectKey(subject));
  const of = coHosting.length;
  // Nothing needs to be composed to see that nobody has signed it.
  if (given.every(({ withdrawn }) => withdrawn)) return { awaited: of, of };
  const { hash } = await versionNow(db, consultationId, subject);
  return hash === null ? null : { awaited: awaited(coHosting, given, hash).length, of };
}
