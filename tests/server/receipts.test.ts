import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { checkedRound, type OwnAnswers } from "@/app/(participant)/_protocol/receipts";
import { newCode, saltOf, sha256 } from "@/app/(participant)/_protocol/secrets";
import { publishFindings } from "@/bin/demo/signing";
import { leaves, rounds } from "@/db/ballot/schema";
import { leafBytes } from "@/domain/anonymity/response";
import { type Answers, itemsOf } from "@/domain/questionnaire/questionnaire";
import { closeRound } from "@/server/releases/close";
import { receiptRoots } from "@/server/releases/split";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { type OpenRound, openRound } from "@/tests/support/open-round";
import { answered } from "@/tests/support/participants";
import { smallQuestionnaire, someAnswers } from "@/tests/support/questionnaire";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const itemIds = itemsOf(smallQuestionnaire).map(({ id }) => id);

async function close({ clock, secrets, ballotBox, consultationId, roundId }: OpenRound) {
  const closing = { registry, ballot, personId: null, now: clock.now, secrets, ballotBox };
  await closeRound(closing, consultationId, roundId);
}

/** What the n-th participant answers: each something else, the first nothing but one choice. */
const answersOf = (index: number): Answers =>
  index === 0 ? { model: { kind: "choice", option: "one" } } : someAnswers(index % 5);

/** A round that ten answered, closed. */
async function closedRound(): Promise<OpenRound> {
  const play = await openRound(registry, ballot);
  for (const [index, participant] of play.participants.entries())
    await answered(play, participant, answersOf(index));
  await close(play);
  return play;
}
const ownOf = ({ nth }: OpenRound, index: number): OwnAnswers => ({
  code: nth(index).code,
  answers: answersOf(index),
});

/** What a browser finds out, with these answers or with none. */
async function found(play: OpenRound, own: OwnAnswers | null) {
  const { roundId, roots } = await play.receiptRoots()({ slug: play.slug, number: 1 });
  return checkedRound(play.participantsBox(), { roundId, roots, itemIds }, own);
}
const ownIn = (checked: Awaited<ReturnType<typeof found>>) =>
  Object.fromEntries(checked.map(({ itemId, own }) => [itemId, own]));

const closed = await closedRound();
const place = { slug: closed.slug, number: 1 };

describe("the leaves of a closed round", () => {
  it("[A141] are given whole, one per answer and in the order of their hashes, once the answers are split", async () => {
    const { leaves: held } = await closed.box().leaves({ roundId: closed.roundId, itemId: "why" });
    expect(held).toHaveLength(9);
    const inOrder = held.map((leaf) => Buffer.from(leaf, "base64url")).toSorted(Buffer.compare);
    expect(held).toEqual(inOrder.map((leaf) => leaf.toString("base64url")));
    const open = await openRound(registry, ballot);
    await answered(open, open.nth(0), someAnswers());
    for (const roundId of [open.roundId, crypto.randomUUID()])
      await expect(open.box().leaves({ roundId, itemId: "why" })).rejects.toThrow("closed and been counted");
    await expect(open.receiptRoots()({ slug: open.slug, number: 1 })).rejects.toThrow(
      "closed and been counted",
    );
  });

  it("[A142] have their roots told before anything is published; counts and the record wait for the findings", async () => {
    const reader = closed.as(null).receipts;
    const before = await reader.ofRound(place);
    expect(Object.keys(before.roots).toSorted()).toEqual(itemIds.toSorted());
    expect(before.received).toBeNull();
    await expect(reader.record(place)).rejects.toThrow("nothing at this address");
    await publishFindings([closed.as(closed.host)], closed.consultationId, closed.roundId);
    expect(await reader.ofRound(place)).toEqual({ ...before, received: 10 });
    const record = await reader.record(place);
    expect(record.release.roots).toEqual(before.roots);
    expect(Object.values(record.leaves).map((held) => held.length)).toEqual([9, 10, 9, 9, 9]);
    await expect(reader.record({ ...place, number: 2 })).rejects.toThrow("nothing at this address");
  });

  it("[A143] hold each of a participant's own, who finds them from code and answers, and nobody else", async () => {
    for (const index of [0, 1, 9]) {
      const checked = await found(closed, ownOf(closed, index));
      expect(checked.every(({ whole }) => whole)).toBe(true);
      const given = Object.keys(answersOf(index));
      for (const { itemId, own } of checked)
        expect(own).toBe(given.includes(itemId) ? "found" : "notAnswered");
    }
    expect((await found(closed, null)).map(({ own }) => own)).toEqual([null, null, null, null, null]);
    const otherCode = { ...ownOf(closed, 1), code: newCode() };
    const otherAnswers = { ...ownOf(closed, 1), answers: someAnswers(2) };
    expect(new Set(Object.values(ownIn(await found(closed, otherCode))))).toEqual(new Set(["notFound"]));
    expect(ownIn(await found(closed, otherAnswers))).toMatchObject({ support: "notFound", model: "found" });
  });

  it("[A144] are missed by everybody when one is deleted, added or changed, and by whom it belongs to", async () => {
    const { roundId } = closed;
    const ofItem = (itemId: string) => and(eq(leaves.roundId, roundId), eq(leaves.itemId, itemId));
    await ballot.delete(leaves).where(ofItem("model"));
    await ballot.insert(leaves).values({ roundId, itemId: "steps", hash: Buffer.alloc(32, 7) });
    const [one] = await ballot.select().from(leaves).where(ofItem("order")).limit(1);
    if (one === undefined) throw new Error("nobody ranked");
    const changed = Buffer.from(one.hash);
    changed.writeUInt8(changed.readUInt8(31) ^ 1, 31);
    await ballot
      .update(leaves)
      .set({ hash: changed })
      .where(and(ofItem("order"), eq(leaves.hash, one.hash)));
    const checked = await found(closed, ownOf(closed, 0));
    const broken = checked.filter(({ whole }) => !whole).map(({ itemId }) => itemId);
    expect(broken).toEqual(["model", "steps", "order"]);
    expect(ownIn(checked).model).toBe("notFound");
  });

  it("[A145] are checked where there are ten thousand of them", async () => {
    const [roundId, itemId, now] = [crypto.randomUUID(), "model", closed.clock.now];
    await ballot.insert(rounds).values({
      id: roundId,
      consultationId: closed.consultationId,
      publicKey: Buffer.alloc(1),
      questionnaire: smallQuestionnaire,
      opensAt: now,
      closesAt: now,
      stage: "dropped",
    });
    const own: OwnAnswers = { code: newCode(), answers: someAnswers() };
    const salt = await saltOf(own.code, roundId, itemId);
    const leaf = await sha256(leafBytes(itemId, salt, { kind: "choice", option: "two" }));
    const others = Array.from({ length: 9_999 }, () => crypto.getRandomValues(new Uint8Array(32)));
    const held = [leaf, ...others].map((hash) => ({ roundId, itemId, hash: Buffer.from(hash) }));
    for (let at = 0; at < held.length; at += 1_000)
      await ballot.insert(leaves).values(held.slice(at, at + 1_000));
    const roots = await receiptRoots(ballot, roundId);
    const checked = await checkedRound(closed.participantsBox(), { roundId, roots, itemIds: [itemId] }, own);
    expect(checked).toEqual([{ itemId, leaves: 10_000, whole: true, own: "found" }]);
  });
});
