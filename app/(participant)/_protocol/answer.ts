import { type Bytes, toBase64Url } from "@/domain/anonymity/encoding";
import {
  type Credential,
  type ResponseEntry,
  readBackBytes,
  responseSignatureBytes,
} from "@/domain/anonymity/response";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import type { EnrolledWallet } from "./enrol";
import { roundKeyOf, saltOf } from "./secrets";
import { type Box, Refused, Unreachable } from "./transport";

/** A response as it is sent. */
export type SignedResponse = {
  readonly entry: ResponseEntry;
  readonly credential: Credential;
  readonly proof: string;
};

/** What became of a submission. After `unreachable` the same response may be sent again: the box knows it. */
export type Outcome =
  | { readonly kind: "accepted"; readonly receipt: string }
  | { readonly kind: "refused"; readonly code: string; readonly sentence: string }
  | { readonly kind: "unreachable" };

/** Whether the wallet holds a credential for this round. */
export function holdsCredential({ rounds }: EnrolledWallet, roundId: string): boolean {
  return rounds.some((round) => round.roundId === roundId);
}

/** Builds and signs a response. Throws where the wallet has no credential for the round. */
export async function signedResponse(
  code: Bytes,
  wallet: EnrolledWallet,
  roundId: string,
  answers: Answers,
  revision: number,
): Promise<SignedResponse> {
  const held = wallet.rounds.find((round) => round.roundId === roundId);
  if (held === undefined) throw new TypeError("no credential for this round");
  const key = await roundKeyOf(code, wallet.consultationId, roundId);
  const salts = await Promise.all(
    Object.keys(answers).map(async (itemId) => [itemId, await saltOf(code, roundId, itemId)] as const),
  );
  const entry: ResponseEntry = {
    version: 1,
    consultationId: wallet.consultationId,
    roundId,
    key: toBase64Url(key.publicKey),
    revision,
    answers,
    salts: Object.fromEntries(salts),
  };
  const credential = { randomizer: held.randomizer, signature: held.signature };
  const proof = toBase64Url(await key.sign(responseSignatureBytes(entry, credential)));
  return { entry, credential, proof };
}

/** Sends a response. */
export async function sendResponse(box: Box, response: SignedResponse): Promise<Outcome> {
  try {
    const { receipt } = await box.submit(response);
    return { kind: "accepted", receipt };
  } catch (error) {
    if (error instanceof Refused) return { kind: "refused", code: error.code, sentence: error.message };
    if (error instanceof Unreachable) return { kind: "unreachable" };
    throw error;
  }
}

/** What the box holds from this participant in a round, or null. */
export async function ownResponse(
  box: Box,
  code: Bytes,
  { consultationId }: EnrolledWallet,
  roundId: string,
): Promise<ResponseEntry | null> {
  const signer = await roundKeyOf(code, consultationId, roundId);
  const key = toBase64Url(signer.publicKey);
  const { challenge } = await box.challenge({ roundId, key });
  const proof = toBase64Url(await signer.sign(readBackBytes(roundId, key, challenge)));
  const { entry } = await box.readBack({ roundId, key, challenge, proof });
  return entry;
}
