import { randomBytes } from "node:crypto";
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import { restoredWallet } from "@/app/(participant)/_protocol/enrol";
import { issuance, roundKeys, rounds, wallets } from "@/db/registry/schema";
import { toBase64Url } from "@/domain/anonymity/encoding";
import { SEALED_WALLET_BYTES } from "@/domain/anonymity/wallet";
import { lockSigning } from "@/server/enrolment/commands";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { enrolledSeats } from "@/tests/support/participants";
import { type Scene, scene } from "@/tests/support/scene";

const [registry, ballot] = [await registryDatabase(), await ballotDatabase()];

/** A consultation in which two of three seats have enrolled. */
async function enrolling() {
  const play = await scene(registry, ballot, 3);
  await play.as(play.host).conduct.openEnrolment({ consultationId: play.consultationId });
  return { ...play, participants: await enrolledSeats(play, 2) };
}

const stands = (play: Scene, stage: "draft" | "open" | "closing" | "closed") =>
  registry.update(rounds).set({ stage }).where(eq(rounds.id, play.roundId));
const end = (play: Scene) => play.as(play.host).conduct.end({ consultationId: play.consultationId });

/** How many wallets, usable keys, and blinded messages or signatures a consultation still has. */
async function left({ consultationId }: Scene) {
  const here = eq(roundKeys.consultationId, consultationId);
  const ids = registry.select({ id: roundKeys.roundId }).from(roundKeys).where(here);
  const signed = and(inArray(issuance.roundId, ids), isNotNull(issuance.signature));
  return {
    wallets: await registry.$count(wallets, eq(wallets.consultationId, consultationId)),
    keys: await registry.$count(roundKeys, and(here, isNotNull(roundKeys.wrappedPrivateKey))),
    signed: await registry.$count(issuance, signed),
    issued: await registry.$count(issuance, inArray(issuance.roundId, ids)),
  };
}

describe("the end of a consultation", () => {
  it("[A163] waits until every planned round has closed", async () => {
    const play = await enrolling();
    for (const stage of ["draft", "open", "closing"] as const) {
      await stands(play, stage);
      await expect(end(play)).rejects.toThrow("a round is planned or under way");
    }
    expect(await left(play)).toEqual({ wallets: 2, keys: 6, signed: 2, issued: 2 });
    await stands(play, "closed");
    const overview = () => play.as(play.host).consultations.overview({ consultationId: play.consultationId });
    expect(await overview()).toMatchObject({ ended: false, mayEnd: true });
    await end(play);
    expect(await overview()).toMatchObject({ ended: true });
  });

  it("[A164] deletes wallets, keys, blinded messages and signatures, and nothing of another", async () => {
    const [play, other] = [await enrolling(), await enrolling()];
    const before = await left(other);
    await stands(play, "closed");
    // Repeated, as after a first that was cut short.
    for (let time = 0; time < 2; time += 1) await end(play);
    expect(await left(play)).toEqual({ wallets: 0, keys: 0, signed: 0, issued: 2 });
    expect(await left(other)).toEqual(before);
    const restored = ({ participantsRegistry, participants }: Awaited<ReturnType<typeof enrolling>>) =>
      restoredWallet(participantsRegistry(), participants[0]?.code ?? new Uint8Array(), blindHere);
    expect(await restored(play)).toBeNull();
    expect(await restored(other)).not.toBeNull();
  });

  it("[A165] lets nobody enrol after it, keeps no wallet, and adds no round", async () => {
    const play = await enrolling();
    const { consultationId, roundId } = play;
    await stands(play, "closed");
    await end(play);
    const [asked, token] = [play.participantsRegistry(), play.tokens[2] ?? ""];
    const blinded = [{ roundId, blinded: "A".repeat(512) }];
    const wallet = {
      consultationId,
      locator: toBase64Url(randomBytes(32)),
      ciphertext: toBase64Url(randomBytes(SEALED_WALLET_BYTES)),
    };
    for (const late of [
      () => asked.seat({ token }),
      () => asked.issue({ token, blinded }),
      () => asked.putWallet(wallet),
    ])
      await expect(late()).rejects.toThrow("has ended");
    const plan = { level: "expert", opensAt: "2026-04-01T10:00", closesAt: "2026-04-03T10:00" } as const;
    const host = play.as(play.host);
    await expect(host.rounds.add({ consultationId, ...plan, timeZone: "UTC" })).rejects.toThrow(
      "No further round",
    );
  });

  it("[A165] keeps no wallet that arrives while it ends", async () => {
    const play = await enrolling();
    const { consultationId } = play;
    let late = Promise.resolve();
    await registry.transaction(async (tx) => {
      await lockSigning(tx, consultationId, "exclusive");
      late = play.participantsRegistry().putWallet({
        consultationId,
        locator: toBase64Url(randomBytes(32)),
        ciphertext: toBase64Url(randomBytes(SEALED_WALLET_BYTES)),
      });
      late.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await tx
        .update(roundKeys)
        .set({ wrappedPrivateKey: null })
        .where(eq(roundKeys.consultationId, consultationId));
    });
    await expect(late).rejects.toThrow("has ended");
  });

  it("[A166] takes wallets of which nobody noted whose they are only once no consultation has a key left", async () => {
    const [play, other] = [await enrolling(), await enrolling()];
    await registry.insert(wallets).values({ locator: randomBytes(32), ciphertext: randomBytes(8) });
    const unnoted = () => registry.$count(wallets, isNull(wallets.consultationId));
    await stands(play, "closed");
    await end(play);
    expect(await unnoted()).toBe(1);
    await registry.update(rounds).set({ stage: "closed" });
    await registry.update(roundKeys).set({ wrappedPrivateKey: null });
    await end(other);
    expect(await unnoted()).toBe(0);
  });
});
