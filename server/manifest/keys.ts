import "server-only";
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  randomBytes,
  sign,
} from "node:crypto";
import { promisify } from "node:util";
import { type Bytes, toBase64Url } from "@/domain/anonymity/encoding";
import { manifestSignatureBytes, type SignedEntry } from "@/domain/anonymity/manifest";

/** Bits of the RSA keys that sign credentials. */
const MODULUS_BITS = 3072;

/** What only the registry knows. */
export type RegistrySecrets = {
  /** 32 bytes; wraps private keys at rest. */
  readonly keyEncryptionKey: Uint8Array;
  /** Ed25519. */
  readonly manifestSigningKey: KeyObject;
};

export type WrappedKeyPair = { readonly publicKey: Bytes; readonly wrappedPrivateKey: Bytes };

const NONCE = 12;
const TAG = 16;

/** Makes an RSA key pair; the private half leaves this function only wrapped (AES-256-GCM, nonce ‖ ciphertext ‖ tag). */
export async function makeRoundKey(keyEncryptionKey: Uint8Array): Promise<WrappedKeyPair> {
  const pair = await promisify(generateKeyPair)("rsa", {
    modulusLength: MODULUS_BITS,
    publicExponent: 65_537,
  });
  return {
    publicKey: new Uint8Array(pair.publicKey.export({ type: "spki", format: "der" })),
    wrappedPrivateKey: wrapped(pair.privateKey, keyEncryptionKey),
  };
}

/** A private key as it is stored. */
export function wrapped(privateKey: KeyObject, keyEncryptionKey: Uint8Array): Bytes {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyEncryptionKey, nonce);
  const sealed = cipher.update(privateKey.export({ type: "pkcs8", format: "der" }));
  return new Uint8Array(Buffer.concat([nonce, sealed, cipher.final(), cipher.getAuthTag()]));
}

/** The private key in wrapped bytes. Throws where they were not wrapped under this key. */
export function unwrapped(stored: Uint8Array, keyEncryptionKey: Uint8Array): KeyObject {
  const decipher = createDecipheriv("aes-256-gcm", keyEncryptionKey, stored.subarray(0, NONCE));
  decipher.setAuthTag(stored.subarray(stored.length - TAG));
  const der = Buffer.concat([decipher.update(stored.subarray(NONCE, stored.length - TAG)), decipher.final()]);
  return createPrivateKey({ key: der, type: "pkcs8", format: "der" });
}

/** Signs an entry of the manifest. */
export function signedEntry(payload: string, key: KeyObject): SignedEntry {
  return { payload, signature: toBase64Url(sign(null, manifestSignatureBytes(payload), key)) };
}

/** The registry's public key as participants get it: SubjectPublicKeyInfo, DER, base64url. */
export function manifestPublicKey({ manifestSigningKey }: RegistrySecrets): string {
  return toBase64Url(createPublicKey(manifestSigningKey).export({ type: "spki", format: "der" }));
}
