import type { KeyObject } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { manifestEntries as boxEntries } from "@/db/ballot/schema";
import type { RegistryDatabase } from "@/db/registry/client";
import { manifestEntries } from "@/db/registry/schema";
import { toBase64Url } from "@/domain/anonymity/encoding";
import { type ManifestEntry, readManifest, type SignedEntry } from "@/domain/anonymity/manifest";
import { sha256Later, verifierOf } from "@/server/hashing";

type Copy = readonly { readonly payload: string; readonly signature: Uint8Array }[];

/** The registry's copy of a consultation's manifest and, where its database can be read, the ballot box's own. */
export async function manifestCopies(
  registry: RegistryDatabase,
  box: BallotDatabase | null,
  consultationId: string,
): Promise<SignedEntry[][]> {
  const copies: Copy[] = [
    await registry
      .select()
      .from(manifestEntries)
      .where(eq(manifestEntries.consultationId, consultationId))
      .orderBy(asc(manifestEntries.position)),
  ];
  if (box !== null)
    copies.push(
      await box
        .select()
        .from(boxEntries)
        .where(eq(boxEntries.consultationId, consultationId))
        .orderBy(asc(boxEntries.position)),
    );
  return copies.map((copy) =>
    copy.map(({ payload, signature }) => ({ payload, signature: toBase64Url(signature) })),
  );
}

/**
 * What a copy of the manifest names of the hosts' log. With the registry's public key every signature and the manifest's
 * own chain are checked before; throws `manifest_broken`.
 */
export async function namedHeads(
  copy: readonly SignedEntry[],
  key: KeyObject | null,
): Promise<readonly string[]> {
  if (copy.length === 0) return [];
  if (key !== null) return (await readManifest(copy, sha256Later, verifierOf(key))).auditHeads;
  // As `appendEntry` writes them.
  return copy.flatMap(({ payload }) => (JSON.parse(payload) as ManifestEntry).auditHead ?? []);
}
