import { itemSalt, roundSeed, walletKey, walletLocator } from "@/domain/anonymity/derivation";
import { type Bytes, concatenated, toBase64Url } from "@/domain/anonymity/encoding";
import { SEALED_WALLET_BYTES, type Wallet, walletBytes, walletFrom } from "@/domain/anonymity/wallet";
import { type SigningKey, signingKeyOf } from "./ed25519";

const NONCE = 12;

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

/** Sixteen new random bytes: the recovery code, before it is written as one. */
export const newCode = (): Bytes => crypto.getRandomValues(new Uint8Array(16));

async function derived(code: Bytes, { info, length }: { info: Bytes; length: number }): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", code, "HKDF", false, ["deriveBits"]);
  const scheme = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  return new Uint8Array(await crypto.subtle.deriveBits(scheme, key, 8 * length));
}

/** Where the wallet of this code lies, base64url. */
export const locatorOf = async (code: Bytes): Promise<string> =>
  toBase64Url(await derived(code, walletLocator()));

/** The key with which the holder of this code signs in one round. */
export const roundKeyOf = async (code: Bytes, consultationId: string, roundId: string): Promise<SigningKey> =>
  signingKeyOf(await derived(code, roundSeed(consultationId, roundId)));

/** The salt of one answer, base64url. */
export const saltOf = async (code: Bytes, roundId: string, itemId: string): Promise<string> =>
  toBase64Url(await derived(code, itemSalt(roundId, itemId)));

async function sealingKey(code: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", await derived(code, walletKey()), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
}

/** A wallet encrypted under its code: nonce, ciphertext, tag; one size for all. */
export async function sealedWallet(code: Bytes, wallet: Wallet): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv },
    await sealingKey(code),
    walletBytes(wallet),
  );
  return concatenated(iv, new Uint8Array(sealed));
}

/** The wallet in sealed bytes. Throws where they were not sealed under this code. */
export async function openedWallet(code: Bytes, sealed: Bytes): Promise<Wallet> {
  if (sealed.length !== SEALED_WALLET_BYTES) throw new TypeError("not a sealed wallet");
  const iv = sealed.subarray(0, NONCE);
  const key = await sealingKey(code);
  return walletFrom(
    new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed.subarray(NONCE))),
  );
}
