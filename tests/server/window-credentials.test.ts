import { and, eq, isNotNull, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { holdsCredential } from "@/app/(participant)/_protocol/answer";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import { letGoOfClosedRounds } from "@/app/(participant)/_protocol/closed-rounds";
import { deviceOn } from "@/app/(participant)/_protocol/device";
import { checkedManifest } from "@/app/(participant)/_protocol/enrol";
import { restoreHere } from "@/app/(participant)/_protocol/enrol-here";
import { memoryStore } from "@/app/(participant)/_protocol/stores";
import { roundKeys, seats, wallets } from "@/db/registry/schema";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { enrolled, inWords } from "@/tests/support/participants";
import { afterARound } from "@/tests/support/windows";

const [registry, ballot] = [await registryDatabase(), await ballotDatabase()];
type Play = Awaited<ReturnType<typeof afterARound>>;

const means = (play: Play) => ({
  registry: inWords(play.participantsRegistry()),
  blinder: blindHere,
  device: deviceOn(memoryStore(), play.slug),
});
const enrolAs = (play: Play, token: string) => enrolled(play, token, ["window"]);

/** The token with which a seat that enrolled fetches new credentials. */
async function newToken(play: Play, delegation: string) {
  const here = and(eq(seats.consultationId, play.consultationId), eq(seats.delegation, delegation));
  const [seat] = await registry.select({ id: seats.id }).from(seats).where(here);
  const { consultationId } = play;
  const reason = "The code was lost.";
  const { link } = await play
    .as(play.host)
    .replacements.ask({ consultationId, seatId: seat?.id ?? "", reason });
  return new URL(link?.link ?? "").hash.slice(1);
}

describe("credentials for a window", () => {
  it("[W13] are issued at enrolment with all others, also while it is open, and none once it has closed", async () => {
    const play = await afterARound(registry, ballot, 2);
    const [first, second] = [await play.idOf(1), await play.idOf(2)];
    for (const id of [first, second]) expect(holdsCredential(play.nth(0).wallet, id)).toBe(true);
    await play.open();
    const during = await enrolAs(play, play.tokens[2] ?? "");
    expect(holdsCredential(during.wallet, first)).toBe(true);
    await play.respond(during, "Late, and in time.");
    await play.close();
    const after = await enrolAs(play, play.tokens[3] ?? "");
    expect([first, second].map((id) => holdsCredential(after.wallet, id))).toEqual([false, true]);
    const blinded = [{ roundId: first, blinded: "A".repeat(512) }];
    const asked = play.participantsRegistry().issue({ token: play.tokens[4] ?? "", blinded });
    await expect(asked).rejects.toThrow("Reload it");
  });

  it("[W14] in the place of lost ones are for no window that has opened, and count as replaced", async () => {
    const play = await afterARound(registry, ballot, 2);
    await play.open();
    const [first, second] = [await play.idOf(1), await play.idOf(2)];
    const again = await enrolAs(play, await newToken(play, "Delegation 1"));
    expect([first, second].map((id) => holdsCredential(again.wallet, id))).toEqual([false, true]);
    const old = await restoreHere(means(play), play.slug, play.nth(0).code);
    if (old === null) throw new Error("nothing came back");
    await play.respond(old, "With the old code.");
    await play.close();
    await play.open();
    await play.respond(again, "With the new.", { number: 2 });
    await play.close(2);
    expect((await play.stored(1)).participation).toMatchObject({ issued: 2, replaced: 0, received: 1 });
    expect((await play.stored(2)).participation).toMatchObject({ issued: 2, replaced: 1, received: 1 });
  });

  it("[W15] leave a device once the window has closed, and do not come back with the code", async () => {
    const play = await afterARound(registry, ballot, 1);
    const asked = means(play);
    const participant = await restoreHere(asked, play.slug, play.nth(0).code);
    if (participant === null) throw new Error("nothing came back");
    await play.open();
    const [first, second] = [await play.idOf(1), await play.idOf(2)];
    const held = async () => {
      const manifest = await checkedManifest(asked.registry, play.slug);
      const { wallet } = await letGoOfClosedRounds(asked.device, participant, manifest);
      return [first, second].map((id) => holdsCredential(wallet, id));
    };
    expect(await held()).toEqual([true, true]);
    await play.close();
    expect(await held()).toEqual([false, true]);
    const elsewhere = await restoreHere(means(play), play.slug, play.nth(0).code);
    expect(elsewhere && holdsCredential(elsewhere.wallet, first)).toBe(false);
  });
});

describe("opening and closing a window", () => {
  it("[W16] rewrites who has enrolled, in one transaction each", async () => {
    const play = await afterARound(registry, ballot, 1);
    const marks = () => registry.execute<{ xmin: string }>(sql`SELECT DISTINCT xmin::text FROM issuance`);
    await enrolAs(play, play.tokens[1] ?? "");
    expect((await marks()).length).toBeGreaterThan(1);
    await play.open();
    expect(await marks()).toHaveLength(1);
    await enrolAs(play, play.tokens[2] ?? "");
    expect((await marks()).length).toBeGreaterThan(1);
    await play.close();
    expect(await marks()).toHaveLength(1);
  });
});

describe("the end of a consultation", () => {
  const walletsOf = ({ consultationId }: Play) =>
    registry.$count(wallets, eq(wallets.consultationId, consultationId));

  it("[W17] waits for a window that is open, not for one that was never opened, and wallets are kept until then", async () => {
    const play = await afterARound(registry, ballot, 1);
    const { consultationId } = play;
    const end = () => play.as(play.host).conduct.end({ consultationId });
    await play.open();
    expect((await play.overview()).mayEnd).toBe(false);
    await expect(end()).rejects.toThrow("a window is open");
    await play.close();
    expect(await walletsOf(play)).toBe(1);
    expect((await play.overview()).mayEnd).toBe(true);
    await end();
    expect(await walletsOf(play)).toBe(0);
    await expect(play.open()).rejects.toThrow("or it has ended");
  });

  it("[W18] comes by itself, wallets and all, with the close that uses the last key", async () => {
    const play = await afterARound(registry, ballot, 1);
    await play.open();
    const others = and(
      eq(roundKeys.consultationId, play.consultationId),
      isNotNull(roundKeys.wrappedPrivateKey),
      sql`${roundKeys.roundId} <> ${await play.idOf(1)}`,
    );
    // As after rounds in every spare key, and the other window.
    await registry.update(roundKeys).set({ wrappedPrivateKey: null }).where(others);
    expect(await walletsOf(play)).toBe(1);
    await play.close();
    expect(await walletsOf(play)).toBe(0);
    expect((await play.overview()).ended).toBe(true);
  });
});
