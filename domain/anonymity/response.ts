import type { Answer } from "@/domain/questionnaire/item";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { type Bytes, canonicalJson, labelled, utf8, uuidBytes } from "./encoding";

/** One participant's response in one round, as signed by them. All bytes in base64url. */
export type ResponseEntry = {
  readonly version: 1;
  readonly consultationId: string;
  readonly roundId: string;
  /** The participant's Ed25519 public key for this round. */
  readonly key: string;
  /** 1 for the first response, and higher with every edit. */
  readonly revision: number;
  readonly answers: Answers;
  /** One salt per answer, by item id. */
  readonly salts: Readonly<Record<string, string>>;
};

/** What lets one response in: an RSABSSA signature over the randomizer and the credential message (RFC 9474). */
export type Credential = { readonly randomizer: string; readonly signature: string };

/** The message that is signed blindly: which key may answer in which round. */
export function credentialMessage(consultationId: string, roundId: string, key: Uint8Array): Bytes {
  return labelled("credential", uuidBytes(consultationId), uuidBytes(roundId), key);
}

/** What the participant signs: the response and its credential together. */
export function responseSignatureBytes(entry: ResponseEntry, credential: Credential): Bytes {
  return labelled("response-signature", utf8(canonicalJson({ credential, entry })));
}

/** What is hashed for a receipt. */
export function receiptBytes(entry: ResponseEntry): Bytes {
  return labelled("receipt", utf8(canonicalJson(entry)));
}

/** What is hashed for the leaf of one answer. */
export function leafBytes(itemId: string, salt: string, answer: Answer): Bytes {
  return labelled("leaf", utf8(canonicalJson([itemId, salt, answer])));
}

/** What the box authenticates when it gives out a challenge. */
export function challengeBytes(roundId: string, key: string, expires: number, nonce: string): Bytes {
  return labelled("read-back-challenge", utf8(canonicalJson([roundId, key, expires, nonce])));
}

/** What the participant signs to read their own response back. */
export function readBackBytes(roundId: string, key: string, challenge: string): Bytes {
  return labelled("read-back", utf8(canonicalJson([roundId, key, challenge])));
}
