import { createHash, generateKeyPairSync, sign, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Bytes, canonicalJson, toBase64Url } from "@/domain/anonymity/encoding";
import {
  type ManifestAct,
  type ManifestEntry,
  manifestHashBytes,
  manifestSignatureBytes,
  readManifest,
  type SignedEntry,
} from "@/domain/anonymity/manifest";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const sha256 = async (bytes: Bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
const read = (log: readonly SignedEntry[]) =>
  readManifest(log, sha256, async (signature, message) => verify(null, message, publicKey, signature));

const consultationId = "6ba7b810-9dad-41d1-80b4-00c04fd430c8";
const rules = {
  disclosure: "disclosure-1",
  ladder: "ladder-1",
  minimumEnrolled: 10,
  openAnswersKeptDays: 90,
} as const;
const opened = {
  kind: "enrolmentOpened",
  slug: "a",
  title: "A",
  rules,
  keys: [
    { roundId: "first", purpose: "planned", position: 1, publicKey: "AA" },
    { roundId: "spare", purpose: "spare", position: 2, publicKey: "AQ" },
  ],
} as const satisfies ManifestAct;
const roundOpened = {
  kind: "roundOpened",
  roundId: "first",
  number: 1,
  level: "expert",
  questionnaireHash: "AA",
  opensAt: "2026-01-01T00:00:00.000Z",
  closesAt: "2026-01-08T00:00:00.000Z",
} as const satisfies ManifestAct;
const extended = { kind: "roundExtended", roundId: "first", closesAt: "2026-01-10T00:00:00.000Z" } as const;
const closed = { kind: "roundClosed", roundId: "first", closedAt: "2026-01-10T00:00:01.000Z" } as const;

const signed = (payload: string): SignedEntry => ({
  payload,
  signature: toBase64Url(sign(null, manifestSignatureBytes(payload), privateKey)),
});

/** A log of these acts, chained and signed; `altered` may change an entry before it is signed. */
async function logOf(
  acts: readonly ManifestAct[],
  altered: (entry: ManifestEntry, index: number) => ManifestEntry = (entry) => entry,
): Promise<SignedEntry[]> {
  const log: SignedEntry[] = [];
  let previous: string | null = null;
  for (const [index, act] of acts.entries()) {
    const payload = canonicalJson(
      altered({ version: 1, consultationId, position: index + 1, previous, act }, index),
    );
    log.push(signed(payload));
    previous = toBase64Url(await sha256(manifestHashBytes(payload)));
  }
  return log;
}

const whole = [opened, roundOpened, extended, closed];

describe("the manifest", () => {
  it("[A17] read as a whole says which keys there are and how each round stands", async () => {
    const log = await logOf(whole);
    const manifest = await read(log);
    expect(manifest).toMatchObject({
      consultationId,
      slug: "a",
      title: "A",
      rules,
      keys: opened.keys,
      length: 4,
    });
    expect(manifest.rounds.get("first")).toMatchObject({
      number: 1,
      closesAt: extended.closesAt,
      closedAt: closed.closedAt,
    });
    expect(manifest.firstHash).toEqual(await sha256(manifestHashBytes(log[0]?.payload ?? "")));
    expect(manifest.head).toBe(toBase64Url(await sha256(manifestHashBytes(log[3]?.payload ?? ""))));
  });

  it("[A192] names the head of the hosts' log where an entry has one, and reads as ever where none has", async () => {
    const [head, later] = [
      toBase64Url(await sha256(new Uint8Array(1))),
      toBase64Url(await sha256(new Uint8Array(2))),
    ];
    const heads = [undefined, head, undefined, later];
    const log = await logOf(whole, (entry, index) => {
      const auditHead = heads[index];
      return auditHead === undefined ? entry : { ...entry, auditHead };
    });
    expect((await read(log)).auditHeads).toEqual([head, later]);
    expect((await read(await logOf(whole))).auditHeads).toEqual([]);
    for (const auditHead of ["", "AA", `${head}A`, head.replace(/.$/, "B"), 7 as never]) {
      const broken = logOf(whole, (entry, index) => (index === 1 ? { ...entry, auditHead } : entry));
      await expect(read(await broken)).rejects.toThrow("manifest_broken");
    }
  });

  it("[A18] any changed character of any entry, or of its signature, is found", async () => {
    const log = await logOf(whole);
    for (const [index, { payload, signature }] of log.entries()) {
      const change = (text: string, at: number) =>
        `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
      for (let at = 0; at < payload.length; at += 7)
        await expect(read(log.with(index, { signature, payload: change(payload, at) }))).rejects.toThrow(
          "manifest_broken",
        );
      for (let at = 0; at < signature.length; at += 5)
        await expect(read(log.with(index, { payload, signature: change(signature, at) }))).rejects.toThrow(
          "manifest_broken",
        );
    }
  });

  it("[A18] an entry left out, repeated or moved is found; only a log cut off at its end still reads", async () => {
    const log = await logOf(whole);
    for (let index = 0; index < log.length; index += 1) {
      const repeated = log.toSpliced(index, 0, log[index] ?? signed(""));
      await expect(read(repeated)).rejects.toThrow("manifest_broken");
      if (index < log.length - 1)
        await expect(read(log.toSpliced(index, 1))).rejects.toThrow("manifest_broken");
    }
    await expect(read(log.toReversed())).rejects.toThrow("manifest_broken");
    await expect(read(log.slice(0, 3))).resolves.toMatchObject({ length: 3 });
    await expect(read([])).rejects.toThrow("manifest_broken");
  });

  it("[A19] even under the registry's own signature keys are never replaced or added", async () => {
    const again = await logOf([opened, { ...opened, keys: [] }]);
    await expect(read(again)).rejects.toThrow("manifest_broken");
    await expect(read(await logOf([roundOpened]))).rejects.toThrow("manifest_broken");
    const unknown = await logOf([opened, { ...roundOpened, roundId: "of no key" }]);
    await expect(read(unknown)).rejects.toThrow("manifest_broken");
  });

  it.each<[string, ManifestAct[]]>([
    ["opened twice", [opened, roundOpened, roundOpened]],
    ["extended before it opened", [opened, extended]],
    ["extended to an earlier time", [opened, roundOpened, { ...extended, closesAt: roundOpened.opensAt }]],
    ["extended to the same time", [opened, roundOpened, { ...extended, closesAt: roundOpened.closesAt }]],
    ["extended after it closed", [opened, roundOpened, closed, extended]],
    ["closed before it opened", [opened, closed]],
    ["closed twice", [opened, roundOpened, closed, closed]],
  ])("[A20] no round is %s", async (_, acts) => {
    await expect(read(await logOf(acts))).rejects.toThrow("manifest_broken");
  });

  it.each<[string, (entry: ManifestEntry, index: number) => ManifestEntry]>([
    [
      "of another consultation",
      (entry, index) => (index === 2 ? { ...entry, consultationId: "other" } : entry),
    ],
    ["at another position", (entry, index) => (index === 2 ? { ...entry, position: 4 } : entry)],
    ["after another entry", (entry, index) => (index === 2 ? { ...entry, previous: "AA" } : entry)],
    ["after nothing", (entry, index) => (index === 2 ? { ...entry, previous: null } : entry)],
  ])("[A21] no entry stands %s", async (_, altered) => {
    await expect(read(await logOf(whole, altered))).rejects.toThrow("manifest_broken");
  });
});
