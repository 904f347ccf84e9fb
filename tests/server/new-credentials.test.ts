import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { holdsCredential } from "@/app/(participant)/_protocol/answer";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import { deviceOn } from "@/app/(participant)/_protocol/device";
import { enrolHere, keptParticipant, restoreHere } from "@/app/(participant)/_protocol/enrol-here";
import { newCode } from "@/app/(participant)/_protocol/secrets";
import { memoryStore } from "@/app/(participant)/_protocol/stores";
import { type Registry, Unreachable } from "@/app/(participant)/_protocol/transport";
import { releases, seats } from "@/db/registry/schema";
import { closeRound } from "@/server/releases/close";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { answered, enrolled, enrolledSeats, inWords } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";
import { type Scene, scene } from "@/tests/support/scene";

const [registry, ballot] = [await registryDatabase(), await ballotDatabase()];

/** A consultation of two planned rounds with so many seats, of which the first so many have enrolled. */
async function twoRounds(seatCount: number, enrolling = seatCount) {
  const play = await scene(registry, ballot, seatCount);
  const { consultationId, slug, roundId } = play;
  const host = () => play.as(play.host);
  const plan = { level: "expert", opensAt: "2026-04-01T10:00", closesAt: "2026-04-03T10:00" } as const;
  const { roundId: secondId }: { roundId: string } = await host().rounds.add({
    consultationId,
    ...plan,
    timeZone: "UTC",
  });
  await host().conduct.openEnrolment({ consultationId });
  const participants = await enrolledSeats(play, enrolling);
  const nth = (index: number) => {
    const participant = participants[index];
    if (participant === undefined) throw new Error("so many have not enrolled");
    return participant;
  };
  return {
    ...play,
    nth,
    participants,
    secondId,
    open: (id = roundId) => host().conduct.openRound({ consultationId, roundId: id }),
    close: async (id = roundId) => {
      const { clock, secrets, ballotBox } = play;
      const closing = { registry, ballot, personId: null, now: clock.now, secrets, ballotBox };
      await closeRound(closing, consultationId, id);
    },
    /** The token with which this delegation fetches new credentials. */
    newToken: async (delegation: string) => {
      const here = and(eq(seats.consultationId, consultationId), eq(seats.delegation, delegation));
      const [seat] = await registry.select({ id: seats.id }).from(seats).where(here);
      const request = { consultationId, seatId: seat?.id ?? "", reason: "The code was lost." };
      const { link } = await host().replacements.ask(request);
      return new URL(link?.link ?? "").hash.slice(1);
    },
    meansThrough: (through: (asked: Registry) => Registry = (asked) => asked) => ({
      registry: through(inWords(play.participantsRegistry())),
      blinder: blindHere,
      device: deviceOn(memoryStore(), slug),
    }),
  };
}

/** Enrolling that is interrupted once by something, before or after the registry has signed. */
function once(when: "before" | "after", happens: () => Promise<unknown>) {
  let left = 1;
  return (asked: Registry): Registry => ({
    ...asked,
    issue: async (request) => {
      const now = left > 0;
      left -= 1;
      if (now && when === "before") await happens();
      const reply = await asked.issue(request);
      if (now && when === "after") await happens();
      return reply;
    },
  });
}

describe("new credentials", () => {
  it("[A156] are signed for no round that has opened", async () => {
    const play = await twoRounds(11);
    await play.open();
    const token = await play.newToken("Delegation 1");
    const { wallet } = await enrolHere(play.meansThrough(), play.slug, token, newCode());
    expect(holdsCredential(wallet, play.roundId)).toBe(false);
    expect(holdsCredential(wallet, play.secondId)).toBe(true);
    const blinded = [{ roundId: play.roundId, blinded: "A".repeat(512) }];
    await expect(play.participantsRegistry().issue({ token, blinded })).rejects.toThrow("Reload it");
  });

  it("[A156] nor for one that opens while they are fetched", async () => {
    const play = await twoRounds(11);
    const token = await play.newToken("Delegation 1");
    const means = play.meansThrough(once("before", () => play.open()));
    const { wallet } = await enrolHere(means, play.slug, token, newCode());
    expect(holdsCredential(wallet, play.roundId)).toBe(false);
    expect(holdsCredential(wallet, play.secondId)).toBe(true);
  });

  it("[A156] come again after a lost reply, though a round has opened since", async () => {
    const play = await twoRounds(11);
    const token = await play.newToken("Delegation 1");
    const lost = once("after", () => Promise.reject(new Unreachable()));
    const means = play.meansThrough(lost);
    await expect(enrolHere(means, play.slug, token, newCode())).rejects.toThrow(Unreachable);
    await play.open();
    const participant = await keptParticipant(means);
    if (participant === null) throw new Error("the device kept nothing");
    await expect(answered(play, participant, someAnswers())).resolves.toBeDefined();
  });

  it("[A157] leave the old code what it had: it restores, and answers in this round and the next", async () => {
    const play = await twoRounds(11);
    await play.open();
    await enrolled(play, await play.newToken("Delegation 1"));
    const means = play.meansThrough();
    const old = await restoreHere(means, play.slug, play.nth(0).code);
    if (old === null) throw new Error("nothing came back");
    await expect(answered(play, old, someAnswers(1))).resolves.toBeDefined();
    await play.close();
    await play.open(play.secondId);
    const inSecond: Scene = { ...play, roundId: play.secondId };
    await expect(answered(inSecond, old, someAnswers(1))).resolves.toBeDefined();
  });
});

describe("a release", () => {
  it("[A158] counts each seat with credentials once, each further credential as replaced, and holds received against both", async () => {
    const play = await twoRounds(13, 12);
    const again = await enrolled(play, await play.newToken("Delegation 1"));
    await play.newToken("Delegation 2");
    await play.open();
    const during = await enrolled(play, await play.newToken("Delegation 3"));
    const everybody = [...play.participants, again];
    for (const participant of everybody) await answered(play, participant, someAnswers(2));
    await play.close();
    const participation = async (id: string) => {
      const [row] = await registry.select().from(releases).where(eq(releases.roundId, id));
      return row?.release.participation;
    };
    expect(await participation(play.roundId)).toEqual({ invited: 13, issued: 12, replaced: 1, received: 13 });

    await play.open(play.secondId);
    await answered({ ...play, roundId: play.secondId }, during, someAnswers(2));
    await play.close(play.secondId);
    expect(await participation(play.secondId)).toEqual({ invited: 13, issued: 12, replaced: 2, received: 1 });
  });
});
