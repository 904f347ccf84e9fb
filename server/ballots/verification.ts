import "server-only";
import {
  constants,
  createHmac,
  createPublicKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
  verify,
} from "node:crypto";
import { concatenated, fromBase64Url } from "@/domain/anonymity/encoding";
import {
  type Credential,
  challengeBytes,
  credentialMessage,
  type ResponseEntry,
  responseSignatureBytes,
} from "@/domain/anonymity/response";

/** Salt length of RSABSSA-SHA384-PSS, in bytes (RFC 9474, section 5). */
const PSS_SALT = 48;
/** How long a challenge may be answered, in seconds. */
export const CHALLENGE_LIFE = 120;

/** The Ed25519 key in 32 raw bytes, base64url. Throws where they are none. */
function ed25519Key(key: string): KeyObject {
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: key }, format: "jwk" });
}

/** Whether `signature` is that key's over `message`; false too where the key or signature cannot be one. */
export function signedBy(key: string, message: Uint8Array, signature: string): boolean {
  try {
    return verify(null, message, ed25519Key(key), fromBase64Url(signature));
  } catch {
    return false;
  }
}

/** Whether the credential lets this key answer in this round: RSASSA-PSS over randomizer ‖ message (RFC 9474, 4.5). */
export function credentialHolds(roundKey: KeyObject, entry: ResponseEntry, credential: Credential): boolean {
  const message = credentialMessage(entry.consultationId, entry.roundId, fromBase64Url(entry.key));
  const prepared = concatenated(fromBase64Url(credential.randomizer), message);
  const scheme = { key: roundKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: PSS_SALT };
  return verify("sha384", prepared, scheme, fromBase64Url(credential.signature));
}

/** Whether whoever sent the response holds its key, and signed these very answers with this very credential. */
export function responseIsSigned(entry: ResponseEntry, credential: Credential, signature: string): boolean {
  return signedBy(entry.key, responseSignatureBytes(entry, credential), signature);
}

/** The box's seal over a challenge, base64url. */
function seal(challengeKey: Uint8Array, ...parts: Parameters<typeof challengeBytes>): string {
  return createHmac("sha256", challengeKey)
    .update(challengeBytes(...parts))
    .digest("base64url");
}

/** A challenge for one key in one round, no two alike, good for two minutes. */
export function makeChallenge(challengeKey: Uint8Array, roundId: string, key: string, now: Date): string {
  const expires = now.getTime() + CHALLENGE_LIFE * 1_000;
  const nonce = randomBytes(16).toString("base64url");
  return `${expires}.${nonce}.${seal(challengeKey, roundId, key, expires, nonce)}`;
}

/** Whether this box gave out the challenge for that key and round, less than two minutes ago. */
export function challengeHolds(
  challengeKey: Uint8Array,
  challenge: string,
  roundId: string,
  key: string,
  now: Date,
): boolean {
  const [, expires, nonce, given] =
    /^(\d{13,15})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/.exec(challenge) ?? [];
  if (nonce === undefined || given === undefined || Number(expires) < now.getTime()) return false;
  const ours = seal(challengeKey, roundId, key, Number(expires), nonce);
  return timingSafeEqual(Buffer.from(ours), Buffer.from(given)); // as texts, both of 43 characters
}
