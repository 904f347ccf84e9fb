import "server-only";
import { constants, createPublicKey, type KeyObject, privateDecrypt, publicEncrypt } from "node:crypto";
import type { Bytes } from "@/domain/anonymity/encoding";
import { Refusal } from "@/domain/refusal";

const RAW = constants.RSA_NO_PADDING;

/** The modulus of an RSA key, big-endian. */
function modulusOf(key: KeyObject): Buffer {
  const { n } = createPublicKey(key).export({ format: "jwk" });
  if (n === undefined) throw new TypeError("not an RSA key");
  return Buffer.from(n, "base64url");
}

/** The modulus less one, which signs to itself or its negation and so says nothing blind. */
function lessOne(modulus: Buffer): Buffer {
  const less = Buffer.from(modulus); // odd, so the last byte alone changes
  less[less.length - 1] = (less[less.length - 1] ?? 1) - 1;
  return less;
}

/**
 * BlindSign of RFC 9474, section 4.3: the blinded message to the private exponent, checked by raising it back.
 *
 * @param blinded as long as the modulus. Throws `malformed_request` for another length and for 0, 1, n−1, and n or more.
 */
export function signBlinded(privateKey: KeyObject, blinded: Uint8Array): Bytes {
  const modulus = modulusOf(privateKey);
  const message = Buffer.from(blinded);
  const tooSmall = message.subarray(0, -1).every((byte) => byte === 0) && (message.at(-1) ?? 0) <= 1;
  if (message.length !== modulus.length || tooSmall || message.compare(lessOne(modulus)) >= 0)
    throw new Refusal("malformed_request");
  const signature = privateDecrypt({ key: privateKey, padding: RAW }, message);
  // A fault in the computation could leak the key; a signature that does not raise back to its message is never given out.
  if (!publicEncrypt({ key: createPublicKey(privateKey), padding: RAW }, signature).equals(message))
    throw new Error("the signature does not verify");
  return new Uint8Array(signature);
}
