import { createPublicKey, type KeyObject } from "node:crypto";
import { eq, isNotNull, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { roundKeys } from "@/db/registry/schema";
import { rewriteInFreshOrder } from "@/server/fresh-order";
import { unwrapped, wrapped } from "@/server/manifest/keys";
import { askForCheckpoint } from "@/server/releases/checkpoint";
import { Obstacle } from "./backup/obstacle";

/** The private key that stands wrapped beside its public half, or null where it was not wrapped under this key. */
function opened(stored: Uint8Array, publicKey: Uint8Array, under: Uint8Array): KeyObject | null {
  try {
    const key = unwrapped(stored, under);
    return createPublicKey(key).export({ type: "spki", format: "der" }).equals(publicKey) ? key : null;
  } catch {
    return null;
  }
}

/** How many keys were wrapped anew, and how many were wrapped under the new key already. */
export type Rewrapped = { readonly changed: number; readonly already: number };

/**
 * Wraps every private key that signs credentials under `to` which is wrapped under `from`, all in one transaction, and opens
 * each again before it is kept. The table is then written into fresh files, so that what was wrapped before goes with the
 * old ones. Can be done again. Throws `Obstacle` with nothing changed where a key opens under neither.
 */
export async function rewrapKeys(
  db: RegistryDatabase,
  { from, to }: { readonly from: Uint8Array; readonly to: Uint8Array },
): Promise<Rewrapped> {
  const done = await db.transaction(async (tx) => {
    // Opening enrolment adds keys, and a close takes one away: both wait.
    await tx.execute(sql`LOCK TABLE ${roundKeys} IN ACCESS EXCLUSIVE MODE`);
    const rows = await tx.select().from(roundKeys).where(isNotNull(roundKeys.wrappedPrivateKey));
    let already = 0;
    for (const { roundId, publicKey, wrappedPrivateKey } of rows) {
      if (wrappedPrivateKey === null) continue;
      if (opened(wrappedPrivateKey, publicKey, to) !== null) {
        already += 1;
        continue;
      }
      const key = opened(wrappedPrivateKey, publicKey, from);
      if (key === null)
        throw new Obstacle(
          `One of ${rows.length} keys opens under neither of the two. Nothing was changed; look whether KEY_ENCRYPTION_KEY is the one that the registry has.`,
        );
      const anew = wrapped(key, to);
      if (opened(anew, publicKey, to) === null)
        throw new Obstacle("A key that was wrapped anew does not open. Nothing was changed.");
      await tx.update(roundKeys).set({ wrappedPrivateKey: anew }).where(eq(roundKeys.roundId, roundId));
    }
    await rewriteInFreshOrder(tx, sql`${roundKeys}`);
    return { changed: rows.length - already, already };
  });
  await askForCheckpoint(db);
  return done;
}
