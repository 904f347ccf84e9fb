import "server-only";
import { asc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { auditEntries, manifestEntries } from "@/db/registry/schema";
import { type Chain, type ChainedAct, readChain } from "@/domain/acts/chain";
import { toBase64Url } from "@/domain/anonymity/encoding";
import type { ManifestEntry } from "@/domain/anonymity/manifest";
import { inLogOf } from "@/server/audit";
import { sha256Later } from "@/server/hashing";

const inBase64Url = (hash: Uint8Array | null) => (hash === null ? null : toBase64Url(hash));

/** A whole log as it is stored, in the order of its positions. */
export async function storedLog(db: RegistryDatabase, consultationId: string | null): Promise<ChainedAct[]> {
  const entries = await db
    .select()
    .from(auditEntries)
    .where(inLogOf(consultationId))
    .orderBy(asc(auditEntries.position));
  return entries.map(({ previous, hash, ...act }) => ({
    ...act,
    previous: inBase64Url(previous),
    hash: inBase64Url(hash),
  }));
}

/** What the entries of a consultation's manifest name of its log, in their order. Whether they are signed is not asked. */
async function namedHeads(db: RegistryDatabase, consultationId: string): Promise<string[]> {
  const entries = await db
    .select({ payload: manifestEntries.payload })
    .from(manifestEntries)
    .where(eq(manifestEntries.consultationId, consultationId))
    .orderBy(asc(manifestEntries.position));
  // Our own rows: written by `appendEntry`.
  return entries.flatMap(({ payload }) => (JSON.parse(payload) as ManifestEntry).auditHead ?? []);
}

/** Checks a consultation's log against itself, and against what the registry's own copy of the manifest names. */
export async function chainOf(db: RegistryDatabase, consultationId: string): Promise<Chain> {
  const [log, heads] = [await storedLog(db, consultationId), await namedHeads(db, consultationId)];
  return readChain(log, heads, sha256Later);
}
