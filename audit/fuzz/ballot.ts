import { randomBytes } from "node:crypto";
import { signedResponse } from "@/app/(participant)/_protocol/answer";
import type { Participant } from "@/app/(participant)/_protocol/enrol-here";
import { roundKeyOf } from "@/app/(participant)/_protocol/secrets";
import { boxAt } from "@/app/(participant)/_protocol/transport";
import { answersOf } from "@/bin/simulation/positions";
import { toBase64Url } from "@/domain/anonymity/encoding";
import { readBackBytes, responseSignatureBytes } from "@/domain/anonymity/response";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { signedEntry } from "@/server/manifest/keys";
import { type Change, changed } from "./changes";
import { type Endpoint, posted } from "./endpoint";
import type { FuzzStage } from "./stage";

const encoded = (count: number) => randomBytes(count).toString("base64url");
const carrying = (name: string) => (content: unknown) => posted(`/api/ballot/${name}`, content);

/** Everything the ballot box is asked. Correctly signed is what carries a real credential and its key's own signature. */
export async function ballotEndpoints({ baseUrl, open, manifestSigningKey }: FuzzStage): Promise<Endpoint[]> {
  const { consultationId, roundId, participants } = open;
  const participantOf = (nth: number): Participant => {
    const participant = participants[nth % participants.length];
    if (participant === undefined) throw new Error("nobody is enrolled");
    return participant;
  };
  const signerOf = (nth: number) => roundKeyOf(participantOf(nth).code, consultationId, roundId);
  const responseOf = (nth: number) => {
    const { code, wallet } = participantOf(nth);
    const answers = answersOf(dsr2011Questionnaire, { seed: "fuzz", participant: String(nth), round: 1 });
    return signedResponse(code, wallet, roundId, answers, 1 + Math.floor(nth / participants.length));
  };

  async function signedSubmission(nth: number, change: Change | null) {
    const response = await responseOf(nth);
    if (change === null) return response;
    // What is changed is what is signed: the box must find it wanting for what it says.
    const entry = changed(response.entry, change) as typeof response.entry;
    const signer = await signerOf(nth);
    try {
      const proof = toBase64Url(await signer.sign(responseSignatureBytes(entry, response.credential)));
      return { ...response, entry, proof };
    } catch {
      return { ...response, entry };
    }
  }

  async function signedReading(nth: number, change: Change | null) {
    const signer = await signerOf(nth);
    const key = toBase64Url(signer.publicKey);
    const { challenge } = await boxAt(baseUrl).challenge({ roundId, key });
    const reading = { roundId, key, challenge };
    const proof = toBase64Url(await signer.sign(readBackBytes(roundId, key, challenge)));
    return change === null ? { ...reading, proof } : { ...(changed(reading, change) as object), proof };
  }

  function signedPush(nth: number, change: Change | null) {
    const entry = {
      version: 1,
      consultationId,
      position: 3 + (nth % 2),
      previous: encoded(32),
      act: { kind: "roundExtended", roundId, closesAt: "2027-01-01T00:00:00.000Z" },
    };
    const payload = JSON.stringify(change === null ? entry : changed(entry, change)) ?? "null";
    return { ...signedEntry(payload, manifestSigningKey), questionnaire: null };
  }

  const genuine = await Promise.all(participants.slice(0, 8).map((_, nth) => responseOf(nth)));
  const leavesOf = { roundId, itemId: "role-overall" };
  return [
    {
      name: "leaves",
      content: () => leavesOf,
      carrying: carrying("leaves"),
      // Leaves are everybody's: nothing is signed.
      signed: async (_, change) => carrying("leaves")(change === null ? leavesOf : changed(leavesOf, change)),
    },
    {
      name: "submit",
      content: (nth) => genuine[nth % genuine.length],
      carrying: carrying("submit"),
      signed: async (nth, change) => carrying("submit")(await signedSubmission(nth, change)),
    },
    {
      name: "challenge",
      content: () => ({ roundId, key: encoded(32) }),
      carrying: carrying("challenge"),
      signed: async (nth, change) => {
        const content = { roundId, key: toBase64Url((await signerOf(nth)).publicKey) };
        return carrying("challenge")(change === null ? content : changed(content, change));
      },
    },
    {
      name: "readBack",
      content: () => ({
        roundId,
        key: encoded(32),
        challenge: `${Date.now() + 60_000}.${encoded(16)}.${encoded(32)}`,
        proof: encoded(64),
      }),
      carrying: carrying("readBack"),
      signed: async (nth, change) => carrying("readBack")(await signedReading(nth, change)),
    },
    {
      name: "acceptEntry",
      content: (nth) => ({ ...signedPush(nth, null), questionnaire: dsr2011Questionnaire }),
      carrying: carrying("acceptEntry"),
      signed: async (nth, change) => carrying("acceptEntry")(signedPush(nth, change)),
    },
  ];
}
