import { randomBytes, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import { checkedManifest, prepareWallet } from "@/app/(participant)/_protocol/enrol";
import { newCode } from "@/app/(participant)/_protocol/secrets";
import { invitations, issuance, rounds, wallets } from "@/db/registry/schema";
import { toBase64Url } from "@/domain/anonymity/encoding";
import { SEALED_WALLET_BYTES } from "@/domain/anonymity/wallet";
import { sha256 } from "@/server/hashing";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const play = await scene(registry, await ballotDatabase(), 13);
const { consultationId, roundId } = play;
await play.as(play.host).conduct.openEnrolment({ consultationId });
const participants = play.participantsRegistry();
const manifest = await checkedManifest(participants, play.slug);
const planned = { ...manifest, keys: manifest.keys.filter((key) => key.roundId === roundId) };
const spare = manifest.keys.find(({ purpose }) => purpose === "spare")?.roundId ?? "";

const token = (seat: number) => play.tokens[seat] ?? "";
const random = (count: number) => toBase64Url(randomBytes(count));
const issue = (seat: number, ...blinded: { roundId: string; blinded: string }[]) =>
  participants.issue({ token: token(seat), blinded });

/** A new message for the planned round, blinded as a browser would. */
async function blinded(seat: number) {
  const { rounds: prepared } = await prepareWallet(planned, newCode(), token(seat), blindHere);
  return { roundId, blinded: prepared[0]?.blinded ?? "" };
}

async function rowsOf(seat: number) {
  const { seatId } = await seatOf(seat);
  return registry.select().from(issuance).where(eq(issuance.seatId, seatId));
}
async function seatOf(seat: number) {
  const [found] = await registry
    .select({ seatId: invitations.seatId })
    .from(invitations)
    .where(eq(invitations.tokenHash, sha256(Buffer.from(token(seat), "base64url"))));
  if (found === undefined) throw new Error("no such seat");
  return found;
}

describe("signing", () => {
  it("[A75] of several devices that ask at once for one seat, one gets a credential and the others are told so", async () => {
    // The first seat also opens the connections over which the requests for the others then truly meet.
    for (const seat of [0, 10, 11]) {
      const messages = [await blinded(seat), await blinded(seat), await blinded(seat)];
      const asking = await Promise.allSettled(messages.map((message) => issue(seat, message)));
      const refused = asking.filter((one) => one.status === "rejected");
      expect(refused).toHaveLength(2);
      for (const { reason } of refused) expect(String(reason)).toContain("used on another device");
      expect(await rowsOf(seat)).toHaveLength(1);
    }
  });

  it("[A76] is all or nothing: with one message that cannot be signed none is", async () => {
    await expect(issue(1, await blinded(1), { roundId: spare, blinded: random(383) })).rejects.toThrow();
    expect(await rowsOf(1)).toEqual([]);
  });

  it("[A77] gives the same signature again while others of the request are new", async () => {
    const [first, later] = [
      await blinded(2),
      { roundId: spare, blinded: toBase64Url(randomBytes(384).fill(1, 0, 1)) },
    ];
    const once = await issue(2, first);
    const both = await issue(2, first, later);
    expect(both.signatures[0]).toEqual(once.signatures[0]);
    expect(both.signatures).toHaveLength(2);
  });

  it("[A78] takes one message for a round, and none for a round without a key here", async () => {
    const [one, other] = [await blinded(3), await blinded(3)];
    await expect(issue(3, one, other)).rejects.toThrow("could not be read");
    await expect(issue(3, { ...one, roundId: randomUUID() })).rejects.toThrow("Reload it");
    expect(await rowsOf(3)).toEqual([]);
  });

  it("[A79] takes only as many bytes as the key has", async () => {
    for (const length of [1, 256, 383])
      await expect(issue(4, { roundId, blinded: random(length) })).rejects.toThrow("could not be read");
    await expect(issue(4, { roundId, blinded: "A" })).rejects.toThrow("could not be read");
    await expect(issue(4, { roundId, blinded: "" })).rejects.toThrow("could not be read");
  });

  it("[A80] stops for a round that is closing or closed, for those who have enrolled too", async () => {
    const message = await blinded(5);
    await issue(5, message);
    for (const stage of ["closing", "closed"] as const) {
      await registry.update(rounds).set({ stage }).where(eq(rounds.id, roundId));
      await expect(issue(6, await blinded(6))).rejects.toThrow("Reload it");
      await expect(issue(5, await blinded(5))).rejects.toThrow("another device");
    }
    await registry.update(rounds).set({ stage: "draft" }).where(eq(rounds.id, roundId));
    expect(await rowsOf(6)).toEqual([]);
  });
});

describe("an invitation", () => {
  it("[A81] that is unknown, withdrawn or mistyped opens nothing, and says what to do", async () => {
    const { seatId } = await seatOf(7);
    const mistyped = `${token(8).slice(0, -1)}${token(8).endsWith("B") ? "C" : "B"}`;
    await registry.delete(invitations).where(eq(invitations.seatId, seatId));
    for (const given of [random(16), token(7), mistyped, token(8).slice(1), "", "not a token at all"]) {
      await expect(participants.seat({ token: given })).rejects.toThrow("look for a newer one");
      await expect(participants.issue({ token: given, blinded: [await blinded(8)] })).rejects.toThrow(
        "look for a newer one",
      );
    }
  });

  it("[A82] says whose seat it is and which of several, whether it has enrolled, whether enrolment is open and whether it replaces a lost code, and nothing else", async () => {
    const seat = await participants.seat({ token: token(9) });
    expect(seat).toEqual({
      consultationId,
      delegation: "Delegation 10",
      place: 1,
      several: false,
      enrolled: false,
      enrolmentOpen: true,
      replacing: false,
    });
    await issue(9, await blinded(9));
    expect(await participants.seat({ token: token(9) })).toEqual({ ...seat, enrolled: true });
  });
});

describe("what enrolling leaves behind", () => {
  it("[A101] no mark on the seat, neither of whether nor of when it enrolled", async () => {
    const marks = () => registry.execute(sql`SELECT id, xmin, xmax, ctid FROM seats ORDER BY id`);
    const before = await marks();
    // One enrols, one has enrolled and is refused.
    await issue(12, await blinded(12));
    await expect(issue(12, await blinded(12))).rejects.toThrow();
    expect(await marks()).toEqual(before);
  });

  it("[A102] a wallet under a hash, so that nobody who reads the registry can name it", async () => {
    const locator = random(32);
    await participants.putWallet({ consultationId, locator, ciphertext: random(SEALED_WALLET_BYTES) });
    const stored = await registry.select({ locator: wallets.locator }).from(wallets);
    const places = stored.map((wallet) => toBase64Url(wallet.locator));
    expect(places).toContain(toBase64Url(sha256(Buffer.from(locator, "base64url"))));
    expect(places).not.toContain(locator);
  });
});

describe("a wallet", () => {
  const sealed = () => random(SEALED_WALLET_BYTES);

  it("[A83] lies sealed at its locator, and the newest takes the place of the one before", async () => {
    const [locator, one, other] = [random(32), sealed(), sealed()];
    expect(await participants.getWallet({ locator })).toEqual({ ciphertext: null });
    await participants.putWallet({ consultationId, locator, ciphertext: one });
    expect(await participants.getWallet({ locator })).toEqual({ ciphertext: one });
    await participants.putWallet({ consultationId, locator, ciphertext: other });
    expect(await participants.getWallet({ locator })).toEqual({ ciphertext: other });
  });

  it("[A202] is written and read so often in a minute and no more, whatever is asked of others", async () => {
    const [locator, ciphertext] = [random(32), sealed()];
    for (let times = 0; times < 30; times += 1) {
      await participants.putWallet({ consultationId, locator, ciphertext });
      await participants.getWallet({ locator });
    }
    await expect(participants.getWallet({ locator })).rejects.toThrow("very often");
    await expect(participants.putWallet({ consultationId, locator, ciphertext })).rejects.toThrow(
      "very often",
    );
    await participants.putWallet({ consultationId, locator: random(32), ciphertext });
  });

  it("[A84] has one size and one kind of locator, so that none stands out", async () => {
    const wallets: [string, string][] = [
      [random(32), random(SEALED_WALLET_BYTES - 1)],
      [random(32), random(SEALED_WALLET_BYTES + 1)],
      [random(32), ""],
      [random(31), sealed()],
      ["", sealed()],
      ["A", sealed()],
    ];
    for (const [locator, ciphertext] of wallets)
      await expect(participants.putWallet({ consultationId, locator, ciphertext })).rejects.toThrow(
        "could not be read",
      );
  });
});
