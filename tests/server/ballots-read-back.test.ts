import { describe, expect, it } from "vitest";
import { roundKeyOf } from "@/app/(participant)/_protocol/secrets";
import { type Bytes, toBase64Url, utf8 } from "@/domain/anonymity/encoding";
import { readBackBytes, receiptBytes } from "@/domain/anonymity/response";
import { makeChallenge } from "@/server/ballots/verification";
import { sha256 } from "@/server/hashing";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { openRound } from "@/tests/support/open-round";
import { answered, type Participant } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";

const play = await openRound(await registryDatabase(), await ballotDatabase(), 10);
const { roundId, consultationId, clock, nth } = play;
const anotherRound = "0b1e3a52-8c74-4f0d-9a35-2b5f1f6d7e11";
const receipt = await answered(play, nth(0), someAnswers(1));
await answered(play, nth(1), someAnswers(4));

const signerOf = ({ code }: Participant) => roundKeyOf(code, consultationId, roundId);
const own = await signerOf(nth(0));
const key = toBase64Url(own.publicKey);
const asked = () => play.box().challenge({ roundId, key });

/** Reads back with this challenge, signing what `message` makes of it. */
async function readBack(
  challenge: string,
  message: (challenge: string) => Bytes = (text) => readBackBytes(roundId, key, text),
  signer = own,
) {
  const proof = toBase64Url(await signer.sign(message(challenge)));
  return play.box().readBack({ roundId, key, challenge, proof });
}

async function later(milliseconds: number, doing: () => Promise<unknown>) {
  const before = clock.now;
  clock.now = new Date(before.getTime() + milliseconds);
  await doing().finally(() => {
    clock.now = before;
  });
}

describe("reading one's own response back", () => {
  it("[A58] gives it whole, as its receipt has it, to whoever signs a fresh challenge with its key", async () => {
    const { challenge } = await asked();
    const { entry } = await readBack(challenge);
    expect(entry).toMatchObject({ version: 1, consultationId, roundId, key, revision: 1 });
    expect(entry?.answers).toEqual(someAnswers(1));
    if (entry === null) throw new Error("nothing was read");
    expect(Object.keys(entry).sort()).toEqual(
      ["answers", "consultationId", "key", "revision", "roundId", "salts", "version"].sort(),
    );
    expect(toBase64Url(sha256(receiptBytes(entry)))).toBe(receipt);
  });

  it("[A59] works for two minutes after the challenge was given and no longer", async () => {
    const [inTime, late] = [await asked(), await asked()];
    await later(119_999, () => expect(readBack(inTime.challenge)).resolves.toBeDefined());
    await later(120_001, () => expect(readBack(late.challenge)).rejects.toThrow("took too long"));
  });

  it("[A60] is refused with a challenge given for another key or round, lengthened, or made elsewhere", async () => {
    const others = await play
      .box()
      .challenge({ roundId, key: toBase64Url((await signerOf(nth(1))).publicKey) });
    const otherRounds = await play.box().challenge({ roundId: anotherRound, key });
    const [expires, nonce, seal] = (await asked()).challenge.split(".");
    const challenges = [
      others.challenge,
      otherRounds.challenge,
      `${Number(expires) + 60_000}.${nonce}.${seal}`,
      `${expires}.${"A".repeat(22)}.${seal}`,
      `${expires}.${nonce}.${seal?.slice(0, -1)}${seal?.endsWith("A") ? "B" : "A"}`,
      `${expires}.${seal}`,
      makeChallenge(new Uint8Array(32), roundId, key, clock.now),
      String(expires),
      "",
    ];
    for (const challenge of challenges) await expect(readBack(challenge)).rejects.toThrow("took too long");
  });

  it("[A201] reads once: the same request again, copied by whoever, reads nothing", async () => {
    const { challenge } = await asked();
    await readBack(challenge);
    await expect(readBack(challenge)).rejects.toThrow("took too long");
    await expect(readBack((await asked()).challenge)).resolves.toBeDefined();
  });

  it("[A61] is refused to another key, and to a signature made for any other purpose", async () => {
    const { challenge } = await asked();
    const stranger = await signerOf(nth(1));
    await expect(readBack(challenge, undefined, stranger)).rejects.toThrow("valid credential");
    const messages = [
      (text: string) => utf8(text),
      (text: string) => utf8(JSON.stringify([roundId, key, text])),
      (text: string) => readBackBytes(anotherRound, key, text),
      (text: string) => readBackBytes(roundId, key, `${text}0`),
    ];
    for (const message of messages)
      await expect(readBack(challenge, message)).rejects.toThrow("valid credential");
  });

  it("[A62] says of a key that has sent nothing only that nothing is there", async () => {
    const silent = await signerOf(nth(2));
    const itsKey = toBase64Url(silent.publicKey);
    const { challenge } = await play.box().challenge({ roundId, key: itsKey });
    const proof = toBase64Url(await silent.sign(readBackBytes(roundId, itsKey, challenge)));
    expect(await play.box().readBack({ roundId, key: itsKey, challenge, proof })).toEqual({ entry: null });
  });
});
