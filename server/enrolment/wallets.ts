import "server-only";
import { eq, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { roundKeys, wallets } from "@/db/registry/schema";
import { type Bytes, fromBase64Url, toBase64Url } from "@/domain/anonymity/encoding";
import { SEALED_WALLET_BYTES } from "@/domain/anonymity/wallet";
import { Refusal } from "@/domain/refusal";
import { rewriteInFreshOrder } from "@/server/fresh-order";
import { sha256 } from "@/server/hashing";
import { lockSigning } from "./commands";
import { refuseWithoutKeys } from "./ended";

/**
 * Where a wallet is stored: under the hash of its locator, so that whoever steals the registry cannot name a wallet and
 * write over it. Null where the locator is none.
 */
function walletPlace(locator: string): Bytes | null {
  const bytes = fromBase64Url(locator);
  return bytes.length === 32 ? sha256(bytes) : null;
}

/** A sealed wallet, base64url, and the consultation at whose end it goes. */
export type StoredWallet = {
  readonly consultationId: string;
  readonly locator: string;
  readonly ciphertext: string;
};

/**
 * Keeps a sealed wallet at its locator, over the one that lay there. Throws `enrolment_not_open`, `consultation_ended`
 * where no credential could ever be in it.
 */
export async function putWallet(
  db: RegistryDatabase,
  { consultationId, locator, ciphertext }: StoredWallet,
): Promise<void> {
  const sealed = fromBase64Url(ciphertext);
  const place = walletPlace(locator);
  if (sealed.length !== SEALED_WALLET_BYTES || place === null) throw new Refusal("malformed_request");
  await db.transaction(async (tx) => {
    // The end of a consultation waits for this, and then finds the wallet; or this finds that it has ended.
    await lockSigning(tx, consultationId, "shared");
    await refuseWithoutKeys(tx, consultationId);
    await tx
      .insert(wallets)
      .values({ locator: place, ciphertext: sealed, consultationId })
      .onConflictDoUpdate({ target: wallets.locator, set: { ciphertext: sealed, consultationId } });
  });
}

/** The sealed wallet at a locator, base64url, or null. */
export async function walletAt(db: RegistryDatabase, locator: string): Promise<string | null> {
  const [wallet] = await db
    .select({ ciphertext: wallets.ciphertext })
    .from(wallets)
    .where(eq(wallets.locator, walletPlace(locator) ?? new Uint8Array()));
  return wallet === undefined ? null : toBase64Url(wallet.ciphertext);
}

/**
 * Deletes the wallets of a consultation that has ended, and rewrites those that are left. Once no consultation has a key
 * left, those go too of which nobody noted whose they are.
 */
export async function deleteWallets(db: RegistryDatabase, consultationId: string): Promise<void> {
  const needed = sql`SELECT 1 FROM ${roundKeys} WHERE ${roundKeys.wrappedPrivateKey} IS NOT NULL`;
  const kept = sql`SELECT * FROM ${wallets} WHERE ${wallets.consultationId} <> ${consultationId}
    OR (${wallets.consultationId} IS NULL AND EXISTS (${needed}))`;
  await db.transaction((tx) => rewriteInFreshOrder(tx, sql`${wallets}`, kept));
}
