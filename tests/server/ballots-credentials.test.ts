import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type SignedResponse, signedResponse } from "@/app/(participant)/_protocol/answer";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import {
  checkedManifest,
  type EnrolledWallet,
  finishEnrolment,
  prepareWallet,
} from "@/app/(participant)/_protocol/enrol";
import { newCode, roundKeyOf } from "@/app/(participant)/_protocol/secrets";
import { toBase64Url } from "@/domain/anonymity/encoding";
import type { Manifest } from "@/domain/anonymity/manifest";
import { responseSignatureBytes } from "@/domain/anonymity/response";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { openRound } from "@/tests/support/open-round";
import { enrolled } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";
import { scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const play = await openRound(registry, ballot, 12, 10);
const { roundId, nth } = play;
const box = play.participantsBox();

const signed = (answers: Answers = someAnswers(), wallet: EnrolledWallet = nth(0).wallet) =>
  signedResponse(nth(0).code, wallet, roundId, answers, 1);
const random = (count: number) => toBase64Url(randomBytes(count));
const genuine = await signed();

/** The response with another entry, credential or proof, and the signatures as they were. */
const changedEntry = (part: Partial<SignedResponse["entry"]>): SignedResponse => ({
  ...genuine,
  entry: { ...genuine.entry, ...part },
});
const changedCredential = (part: Partial<SignedResponse["credential"]>): SignedResponse => ({
  ...genuine,
  credential: { ...genuine.credential, ...part },
});

describe("a response", () => {
  it.each<[string, SignedResponse]>([
    ["consultation", changedEntry({ consultationId: "6ba7b810-9dad-41d1-80b4-00c04fd430c8" })],
    ["key", changedEntry({ key: random(32) })],
    ["revision", changedEntry({ revision: 2 })],
    ["answers", changedEntry({ answers: someAnswers(4) })],
    ["salts", changedEntry({ salts: { ...genuine.entry.salts, why: random(16) } })],
    ["randomizer", changedCredential({ randomizer: random(32) })],
    ["credential's signature", changedCredential({ signature: random(384) })],
    ["own signature", { ...genuine, proof: random(64) }],
  ])("[A50] is refused if its %s was changed after signing", async (_, changed) => {
    await expect(box.submit(changed)).rejects.toThrow("valid credential");
  });

  it("[A50] is taken as it was signed", async () => {
    expect(await box.submit(genuine)).toEqual({ receipt: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) });
  });

  it("[A51] is refused where its answers cannot be taken, with what to mend, and nothing of it is kept", async () => {
    const unreadable = { kind: "text", text: "\0", consent: "mayBeReflected" } as const;
    await expect(box.submit(await signed({ why: unreadable }))).rejects.toThrow("cannot be kept");
    await expect(box.submit(await signed({}))).rejects.toThrow("Nothing has been answered yet");
    const tooLong = { ...unreadable, text: "a".repeat(4_001) };
    await expect(box.submit(await signed({ why: tooLong }))).rejects.toThrow("could not be read");
  });

  it("[A52] carries one salt for each answer and no other", async () => {
    const { salts } = genuine.entry;
    const { why: _, ...missing } = salts;
    const { consultationId } = play;
    const key = await roundKeyOf(nth(0).code, consultationId, roundId);
    for (const other of [missing, { ...salts, more: random(16) }]) {
      const entry = { ...genuine.entry, salts: other };
      const proof = toBase64Url(await key.sign(responseSignatureBytes(entry, genuine.credential)));
      await expect(box.submit({ ...genuine, entry, proof })).rejects.toThrow("could not be read");
    }
  });

  it("[A53] has one writing for its bytes, and no part that the protocol does not name", async () => {
    const refused = (response: SignedResponse) =>
      expect(box.submit(response)).rejects.toThrow("could not be read");
    const written = (text: string) => `${text.slice(0, -1)}${text.endsWith("B") ? "C" : "B"}`;
    await refused(changedEntry({ key: written(genuine.entry.key) }));
    await refused(changedCredential({ randomizer: written(genuine.credential.randomizer) }));
    await refused({ ...genuine, proof: written(genuine.proof) });
    await refused({ ...genuine, entry: Object.assign({ seat: "1" }, genuine.entry) });
    await refused({ ...genuine, credential: Object.assign({ token: "1" }, genuine.credential) });
  });
});

const registryOf = play.participantsRegistry();

/** Enrols a seat for every key of this manifest, whatever it claims, and keeps no wallet. */
async function enrolledFor(manifest: Manifest, seat: number) {
  const code = newCode();
  const prepared = await prepareWallet(manifest, code, play.tokens[seat] ?? "", blindHere);
  const unkept = { ...registryOf, putWallet: async () => {} };
  return { code, wallet: await finishEnrolment(unkept, manifest, code, prepared, blindHere) };
}

describe("a credential", () => {
  it("[A54] of another round of the same consultation lets nobody into this one", async () => {
    const { code, wallet } = await enrolledFor(await checkedManifest(registryOf, play.slug), 10);
    const response = (rounds: EnrolledWallet["rounds"]) =>
      signedResponse(code, { ...wallet, rounds }, roundId, someAnswers(), 1);
    const others = wallet.rounds.filter((held) => held.roundId !== roundId);
    expect(others).toHaveLength(5);
    for (const other of others)
      await expect(box.submit(await response([{ ...other, roundId }]))).rejects.toThrow("valid credential");
    await expect(box.submit(await response(wallet.rounds))).resolves.toBeDefined();
  });

  it("[A55] of another consultation lets nobody into this one, whichever the response names", async () => {
    const elsewhere = await scene(registry, ballot, 1);
    await elsewhere.as(elsewhere.host).conduct.openEnrolment({ consultationId: elsewhere.consultationId });
    const { code, wallet } = await enrolled(elsewhere, elsewhere.tokens[0] ?? "");
    const [held] = wallet.rounds;
    if (held === undefined) throw new Error("nothing was issued");
    const here = { ...wallet, rounds: [{ ...held, roundId }] };
    for (const consultationId of [play.consultationId, elsewhere.consultationId]) {
      const response = await signedResponse(code, { ...here, consultationId }, roundId, someAnswers(), 1);
      await expect(box.submit(response)).rejects.toThrow("valid credential");
    }
  });

  it("[A55] nor does one that the round's own key was made to sign for another consultation", async () => {
    const whole = await checkedManifest(registryOf, play.slug);
    const keys = whole.keys.filter((key) => key.roundId === roundId);
    const elsewhere = { ...whole, keys, consultationId: "6ba7b810-9dad-41d1-80b4-00c04fd430c8" };
    const { code, wallet } = await enrolledFor(elsewhere, 11);
    const response = await signedResponse(code, wallet, roundId, someAnswers(), 1);
    await expect(box.submit(response)).rejects.toThrow("valid credential");
  });

  it("[A56] is bound to its key: another cannot sign with it", async () => {
    const [held] = nth(2).wallet.rounds;
    if (held === undefined) throw new Error("nothing was issued");
    const stolen = await signedResponse(
      newCode(),
      { ...nth(2).wallet, rounds: [held] },
      roundId,
      someAnswers(),
      1,
    );
    await expect(box.submit(stolen)).rejects.toThrow("valid credential");
  });

  it("[A57] for a round that has not opened finds nothing to answer", async () => {
    const spare = "0b1e3a52-8c74-4f0d-9a35-2b5f1f6d7e11";
    await expect(box.submit(changedEntry({ roundId: spare }))).rejects.toThrow("not open for answers");
  });
});
