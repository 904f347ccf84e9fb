import { type Bytes, concatenated, fromBase64Url } from "@/domain/anonymity/encoding";

/** What one participant signs with in one round. */
export type SigningKey = {
  /** 32 bytes. */
  readonly publicKey: Bytes;
  readonly sign: (message: Bytes) => Promise<Bytes>;
};

/** The start of an Ed25519 private key in PKCS#8 (RFC 8410, section 7); the 32-byte seed follows. */
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);

async function platformKey(seed: Bytes): Promise<SigningKey> {
  const key = await crypto.subtle.importKey("pkcs8", concatenated(PKCS8, seed), "Ed25519", true, ["sign"]);
  const { x } = await crypto.subtle.exportKey("jwk", key);
  if (x === undefined) throw new TypeError("the key has no public part");
  return {
    publicKey: fromBase64Url(x),
    sign: async (message) => new Uint8Array(await crypto.subtle.sign("Ed25519", key, message)),
  };
}

async function libraryKey(seed: Bytes): Promise<SigningKey> {
  const { ed25519 } = await import("@noble/curves/ed25519.js");
  return {
    publicKey: new Uint8Array(ed25519.getPublicKey(seed)),
    sign: async (message) => new Uint8Array(ed25519.sign(message, seed)),
  };
}

const lacksEd25519 = (error: unknown) => error instanceof DOMException && error.name === "NotSupportedError";

/** The Ed25519 key of a 32-byte seed: the browser's own, or a library's where the browser has none. */
export async function signingKeyOf(seed: Bytes): Promise<SigningKey> {
  try {
    return await platformKey(seed);
  } catch (error) {
    if (lacksEd25519(error)) return libraryKey(seed);
    throw error;
  }
}

/** Verifies signatures of a key in SubjectPublicKeyInfo, base64url, as `readManifest` takes it. */
export function verifierOf(publicKey: string) {
  const spki = fromBase64Url(publicKey);
  return async (signature: Bytes, message: Bytes): Promise<boolean> => {
    try {
      const key = await crypto.subtle.importKey("spki", spki, "Ed25519", false, ["verify"]);
      return await crypto.subtle.verify("Ed25519", key, signature, message);
    } catch (error) {
      if (!lacksEd25519(error)) throw error;
      const { ed25519 } = await import("@noble/curves/ed25519.js");
      return ed25519.verify(signature, message, spki.subarray(-32));
    }
  };
}
