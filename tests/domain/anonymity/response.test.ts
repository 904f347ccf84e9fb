import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  challengeBytes,
  credentialMessage,
  leafBytes,
  type ResponseEntry,
  readBackBytes,
  receiptBytes,
  responseSignatureBytes,
} from "@/domain/anonymity/response";

const entry: ResponseEntry = {
  version: 1,
  consultationId: "6ba7b810-9dad-41d1-80b4-00c04fd430c8",
  roundId: "0b1e3a52-8c74-4f0d-9a35-2b5f1f6d7e11",
  key: "A".repeat(43),
  revision: 1,
  answers: { model: { kind: "choice", option: "one" } },
  salts: { model: "A".repeat(22) },
};
const credential = { randomizer: "A".repeat(43), signature: "A".repeat(512) };
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

describe("a response", () => {
  it("[A13] the credential's message names consultation, round and key, each at its place", () => {
    const message = credentialMessage(entry.consultationId, entry.roundId, new Uint8Array(32).fill(7));
    expect(Buffer.from(message).toString("hex")).toBe(
      Buffer.from("tour-de-table/credential/1\0").toString("hex") +
        entry.consultationId.replaceAll("-", "") +
        entry.roundId.replaceAll("-", "") +
        "07".repeat(32),
    );
  });

  it("[A14] the signature covers every part of the entry and the credential", () => {
    const signed = textOf(responseSignatureBytes(entry, credential));
    const changes: Partial<ResponseEntry>[] = [
      { consultationId: entry.roundId },
      { roundId: entry.consultationId },
      { key: "B".repeat(43) },
      { revision: 2 },
      { answers: { model: { kind: "choice", option: "two" } } },
      { salts: { model: "B".repeat(22) } },
    ];
    for (const change of changes)
      expect(textOf(responseSignatureBytes({ ...entry, ...change }, credential))).not.toBe(signed);
    for (const change of [{ randomizer: "B".repeat(43) }, { signature: "B".repeat(512) }])
      expect(textOf(responseSignatureBytes(entry, { ...credential, ...change }))).not.toBe(signed);
  });

  it("[A14] the order in which members are written changes nothing", () => {
    const { answers, ...rest } = entry;
    expect(textOf(receiptBytes({ answers, ...rest }))).toBe(textOf(receiptBytes({ ...rest, answers })));
  });

  it("[A15] two leaves are the same only for the same item, salt and answer", () => {
    const part = fc.tuple(fc.string(), fc.string(), fc.string());
    fc.assert(
      fc.property(part, part, (one, other) => {
        const leaf = ([item, salt, option]: readonly [string, string, string]) =>
          textOf(leafBytes(item, salt, { kind: "choice", option }));
        expect(leaf(one) === leaf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it("[A16] a challenge is bound to its round, its key and its time, and its answer is no response's signature", () => {
    const given = [
      challengeBytes("r", "k", 1, "n"),
      challengeBytes("r", "k", 2, "n"),
      challengeBytes("r", "l", 1, "n"),
      challengeBytes("s", "k", 1, "n"),
      challengeBytes("r", "k", 1, "o"),
      readBackBytes("r", "k", "1"),
      responseSignatureBytes(entry, credential),
    ];
    expect(new Set(given.map(textOf)).size).toBe(given.length);
  });
});
