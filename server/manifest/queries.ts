import "server-only";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { and, asc, count, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, manifestEntries, roundKeys, rounds } from "@/db/registry/schema";
import { toBase64Url } from "@/domain/anonymity/encoding";
import { fingerprintOf } from "@/domain/anonymity/fingerprint";
import { manifestHashBytes, type RulesInForce, type SignedEntry } from "@/domain/anonymity/manifest";
import { Refusal } from "@/domain/refusal";
import { sha256 } from "@/server/hashing";
import { manifestPublicKey, type RegistrySecrets } from "./keys";

/** A consultation's whole manifest as everybody may read it, with the key that signs it. Throws `not_found`. */
export async function logOf(db: RegistryDatabase, slug: string, secrets: RegistrySecrets) {
  const [consultation] = await db
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.slug, slug));
  if (consultation === undefined) throw new Refusal("not_found");
  const rows = await db
    .select({ payload: manifestEntries.payload, signature: manifestEntries.signature })
    .from(manifestEntries)
    .where(eq(manifestEntries.consultationId, consultation.id))
    .orderBy(asc(manifestEntries.position));
  const entries = rows.map(
    ({ payload, signature }): SignedEntry => ({ payload, signature: toBase64Url(signature) }),
  );
  return { consultationId: consultation.id, publicKey: manifestPublicKey(secrets), entries };
}

/** The six words of a consultation's first entry, or null before enrolment is open. */
export async function fingerprintOfConsultation(
  db: RegistryDatabase,
  consultationId: string,
): Promise<string[] | null> {
  const [first] = await db
    .select({ payload: manifestEntries.payload })
    .from(manifestEntries)
    .where(eq(manifestEntries.consultationId, consultationId))
    .orderBy(asc(manifestEntries.position))
    .limit(1);
  return first === undefined ? null : fingerprintOf(sha256(manifestHashBytes(first.payload)), wordlist);
}

/** The rules that a consultation's first entry fixed, or null before enrolment is open. */
export async function rulesInForce(
  db: RegistryDatabase,
  consultationId: string,
): Promise<RulesInForce | null> {
  const [first] = await db
    .select({ rules: sql<RulesInForce>`${manifestEntries.payload}::jsonb #> '{act,rules}'` })
    .from(manifestEntries)
    .where(and(eq(manifestEntries.consultationId, consultationId), eq(manifestEntries.position, 1)));
  return first?.rules ?? null;
}

/** How many spare keys no round uses yet. */
export async function spareKeysLeft(db: RegistryDatabase, consultationId: string): Promise<number> {
  const [spare] = await db
    .select({ left: count() })
    .from(roundKeys)
    .leftJoin(rounds, eq(rounds.id, roundKeys.roundId))
    .where(
      and(
        eq(roundKeys.consultationId, consultationId),
        eq(roundKeys.purpose, "spare"),
        isNotNull(roundKeys.wrappedPrivateKey),
        isNull(rounds.id),
      ),
    );
  return spare?.left ?? 0;
}
