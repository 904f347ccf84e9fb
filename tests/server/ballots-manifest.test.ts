import { createPublicKey, generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { manifestEntries, rounds } from "@/db/ballot/schema";
import { canonicalJson, toBase64Url } from "@/domain/anonymity/encoding";
import { type ManifestAct, manifestHashBytes, type SignedEntry } from "@/domain/anonymity/manifest";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { callBox } from "@/server/ballots/router";
import { questionnaireHash, sha256 } from "@/server/hashing";
import { signedEntry } from "@/server/manifest/keys";
import { ballotDatabase } from "@/tests/support/databases";
import { smallQuestionnaire } from "@/tests/support/questionnaire";

const ballot = await ballotDatabase();
const signing = generateKeyPairSync("ed25519");
const roundKey = generateKeyPairSync("rsa", { modulusLength: 3072 });
const box = callBox({
  db: ballot,
  now: new Date("2026-03-02T15:00:00Z"),
  manifestPublicKey: createPublicKey(signing.privateKey),
  challengeKey: randomBytes(32),
});

const rules = {
  disclosure: "disclosure-1",
  ladder: "ladder-1",
  minimumEnrolled: 10,
  openAnswersKeptDays: 180,
} as const;

/** A consultation's acts, and its log as the registry signs it: each entry after the one before. */
function consultation(questionnaire: Questionnaire = smallQuestionnaire) {
  const [consultationId, roundId] = [randomUUID(), randomUUID()];
  const publicKey = toBase64Url(roundKey.publicKey.export({ type: "spki", format: "der" }));
  const acts = {
    enrolmentOpened: {
      kind: "enrolmentOpened",
      slug: "a",
      title: "A",
      rules,
      keys: [{ roundId, purpose: "planned", position: 1, publicKey }],
    },
    roundOpened: {
      kind: "roundOpened",
      roundId,
      number: 1,
      level: "expert",
      questionnaireHash: questionnaireHash(questionnaire),
      opensAt: "2026-03-02T14:00:00.000Z",
      closesAt: "2026-03-04T15:00:00.000Z",
    },
    roundExtended: { kind: "roundExtended", roundId, closesAt: "2026-03-05T15:00:00.000Z" },
    roundClosed: { kind: "roundClosed", roundId, closedAt: "2026-03-05T15:00:00.000Z" },
  } as const satisfies Record<string, ManifestAct>;
  const log = (...kinds: (keyof typeof acts)[]): SignedEntry[] => {
    let previous: string | null = null;
    return kinds.map((kind, index) => {
      const entry = { version: 1, consultationId, position: index + 1, previous, act: acts[kind] };
      const payload = canonicalJson(entry);
      previous = toBase64Url(sha256(manifestHashBytes(payload)));
      return signedEntry(payload, signing.privateKey);
    });
  };
  const push = (entry: SignedEntry | undefined, along: Questionnaire | null = null) => {
    if (entry === undefined) throw new Error("no such entry");
    return box.acceptEntry({ ...entry, questionnaire: along });
  };
  const known = async () =>
    (await ballot.select().from(manifestEntries).where(eq(manifestEntries.consultationId, consultationId)))
      .length;
  const stored = async () => (await ballot.select().from(rounds).where(eq(rounds.id, roundId))).at(0);
  return { log, push, known, stored };
}

describe("an entry pushed to the box", () => {
  it("[A70] does what it says, once the registry's signature and its place are found good", async () => {
    const { log, push, stored } = consultation();
    const [first, opened, extended, closed] = log(
      "enrolmentOpened",
      "roundOpened",
      "roundExtended",
      "roundClosed",
    );
    expect(await push(first)).toEqual({ position: 1 });
    expect(await stored()).toBeUndefined();
    expect(await push(opened, smallQuestionnaire)).toEqual({ position: 2 });
    expect(await stored()).toMatchObject({ stage: "open", closesAt: new Date("2026-03-04T15:00:00Z") });
    await push(extended);
    expect(await stored()).toMatchObject({ stage: "open", closesAt: new Date("2026-03-05T15:00:00Z") });
    await push(closed);
    expect(await stored()).toMatchObject({ stage: "closed" });
  });

  it("[A71] succeeds again, and twice at once, without being done again", async () => {
    const { log, push, known } = consultation();
    const [first, opened] = log("enrolmentOpened", "roundOpened");
    await Promise.all([push(first), push(first)]);
    await Promise.all([push(opened, smallQuestionnaire), push(opened, smallQuestionnaire)]);
    expect(await push(first)).toEqual({ position: 1 });
    expect(await known()).toBe(2);
  });

  it("[A72] is refused under any signature but the registry's, and where it was changed after signing", async () => {
    const { log, push, known } = consultation();
    const [first] = log("enrolmentOpened");
    if (first === undefined) throw new Error("no first entry");
    const stranger = generateKeyPairSync("ed25519").privateKey;
    await expect(push(signedEntry(first.payload, stranger))).rejects.toThrow("signature");
    await expect(push({ ...first, payload: first.payload.replace('"A"', '"B"') })).rejects.toThrow(
      "signature",
    );
    expect(await known()).toBe(0);
  });

  it("[A213] is refused where it has not the shape of an entry, rightly signed as it is", async () => {
    const { log, push, known } = consultation();
    const [first] = log("enrolmentOpened");
    const payload = first?.payload ?? "";
    const misshapen = [
      "",
      "null",
      "[]",
      payload.slice(1),
      payload.replace('"position":1,"previous"', '"position":1e99,"previous"'),
      payload.replace(/"consultationId":"[^"]+"/, '"consultationId":["a"]'),
      payload.replace('"keys"', '"locks"'),
      payload.replace('"enrolmentOpened"', '"somethingElse"'),
    ];
    for (const text of misshapen) {
      expect(text).not.toBe(payload);
      await expect(push(signedEntry(text, signing.privateKey))).rejects.toThrow("(shape)");
    }
    expect(await known()).toBe(0);
  });

  it("[A73] is refused after a gap, at a place that another has taken, and before the first", async () => {
    const { log, push, known } = consultation();
    const [first, opened, closed] = log("enrolmentOpened", "roundOpened", "roundClosed");
    await expect(push(opened, smallQuestionnaire)).rejects.toThrow("does not hold together");
    await push(first);
    await expect(push(closed)).rejects.toThrow("does not hold together");
    await push(opened, smallQuestionnaire);
    const [, other] = log("enrolmentOpened", "roundClosed");
    await expect(push(other)).rejects.toThrow("another entry");
    expect(await known()).toBe(2);
  });

  it("[A74] opens a round only with the questionnaire whose hash it names, and only one that can be asked", async () => {
    const { log, push, stored, known } = consultation();
    const [first, opened] = log("enrolmentOpened", "roundOpened");
    await push(first);
    const [question] = smallQuestionnaire.agendaQuestions;
    if (question === undefined) throw new Error("no question");
    const reworded = { agendaQuestions: [{ ...question, text: "What should not be done?" }] };
    await expect(push(opened, reworded)).rejects.toThrow("could not be read");
    await expect(push(opened, null)).rejects.toThrow("could not be read");
    expect([await stored(), await known()]).toEqual([undefined, 1]);

    const blank = consultation({ agendaQuestions: [] });
    const [itsFirst, itsOpened] = blank.log("enrolmentOpened", "roundOpened");
    await blank.push(itsFirst);
    await expect(blank.push(itsOpened, { agendaQuestions: [] })).rejects.toThrow("could not be read");
  });
});
