import "server-only";
import { and, asc, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { manifestEntries, roundKeys, rounds } from "@/db/registry/schema";
import { canonicalJson, fromBase64Url, toBase64Url } from "@/domain/anonymity/encoding";
import { type ManifestAct, type ManifestEntry, manifestHashBytes } from "@/domain/anonymity/manifest";
import { Refusal } from "@/domain/refusal";
import { heldHead } from "@/server/audit";
import { sha256 } from "@/server/hashing";
import { type RegistrySecrets, signedEntry } from "./keys";

/**
 * Appends an act to a consultation's manifest, in the transaction that does the act. The lock makes appends wait for one
 * another, so that no two take one position. The entry names the head of the hosts' log, so the act is recorded there first.
 */
export async function appendEntry(
  tx: RegistryDatabase,
  consultationId: string,
  act: ManifestAct,
  { manifestSigningKey }: RegistrySecrets,
): Promise<void> {
  const logged = await heldHead(tx, consultationId);
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`manifest ${consultationId}`}, 0))`);
  const [last] = await tx
    .select({ position: manifestEntries.position, hash: manifestEntries.hash })
    .from(manifestEntries)
    .where(eq(manifestEntries.consultationId, consultationId))
    .orderBy(desc(manifestEntries.position))
    .limit(1);
  const entry: ManifestEntry = {
    version: 1,
    consultationId,
    position: (last?.position ?? 0) + 1,
    previous: last === undefined ? null : toBase64Url(last.hash),
    ...(logged !== null && { auditHead: toBase64Url(logged.hash) }),
    act,
  };
  const payload = canonicalJson(entry);
  await tx.insert(manifestEntries).values({
    consultationId,
    position: entry.position,
    payload,
    hash: sha256(manifestHashBytes(payload)),
    signature: fromBase64Url(signedEntry(payload, manifestSigningKey).signature),
  });
}

/** The id of the first spare key that no round uses yet; null when all are used or destroyed. */
export async function spareKeyOf(tx: RegistryDatabase, consultationId: string): Promise<string | null> {
  const [spare] = await tx
    .select({ roundId: roundKeys.roundId })
    .from(roundKeys)
    .leftJoin(rounds, eq(rounds.id, roundKeys.roundId))
    .where(
      and(
        eq(roundKeys.consultationId, consultationId),
        eq(roundKeys.purpose, "spare"),
        isNotNull(roundKeys.wrappedPrivateKey),
        sql`${rounds.id} IS NULL`,
      ),
    )
    .orderBy(asc(roundKeys.position))
    .limit(1);
  return spare?.roundId ?? null;
}

/**
 * The id for a round added after enrolment opened: that of a spare key. Throws `no_spare_key` when there is none, since keys
 * are never added once somebody may have enrolled.
 */
export async function takeSpareKey(tx: RegistryDatabase, consultationId: string): Promise<string> {
  const spare = await spareKeyOf(tx, consultationId);
  if (spare === null) throw new Refusal("no_spare_key");
  return spare;
}
