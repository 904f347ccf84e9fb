import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { publishFindings, signAll } from "@/bin/demo/signing";
import { rounds } from "@/db/registry/schema";
import { answeredRound } from "@/tests/support/answered-round";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { type RoomScene, roomScene } from "@/tests/support/room";
import { coHostOf } from "@/tests/support/signing";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

/** A session whose first round has closed on twenty answers, so many in support of its first statement. */
async function closedOnce(inSupport = 15): Promise<RoomScene> {
  const play = await roomScene(registry, ballot);
  await answeredRound(registry, play.roundId, inSupport, play.clock.now);
  return play;
}
const inConsultation = (consultationId: string, number: number) =>
  and(eq(rounds.consultationId, consultationId), eq(rounds.number, number));
const shown = ({ everybody, code }: RoomScene, index: number) => everybody().finding({ code, index });

describe("findings in the room", () => {
  it("[V30] one is told from the moment that it is shown, and stays; none is that has not been shown", async () => {
    const play = await closedOnce();
    await expect(shown(play, 0)).rejects.toThrow("has not been shown");
    await play.take({ kind: "finding", finding: 0 });
    await expect(shown(play, 0)).rejects.toThrow("has not been shown");
    play.pass(5);
    const told = await shown(play, 0);
    // This finding, and nothing else of its round.
    expect(Object.keys(told).toSorted()).toEqual([
      ...["chosen", "finding", "index", "movement", "of", "provisional", "round"],
    ]);
    expect(told).toMatchObject({
      round: { number: 1 },
      finding: { itemId: "support" },
      movement: null,
      provisional: true,
      index: 0,
      of: 6,
    });
    await play.done({ kind: "finding", finding: 2 });
    expect((await shown(play, 0)).index).toBe(0);
    expect((await shown(play, 2)).index).toBe(2);
    await expect(shown(play, 1)).rejects.toThrow("has not been shown");
  });

  it("[V30] none is told once the session has ended, nor what was found before", async () => {
    const play = await closedOnce();
    await play.done({ kind: "finding", finding: 0 });
    await play.done({ kind: "askAgain" });
    expect(await play.everybody().earlier({ code: play.code })).not.toEqual([]);
    await play.done({ kind: "end" });
    await expect(shown(play, 0)).rejects.toThrow("has ended");
    expect(await play.everybody().earlier({ code: play.code })).toEqual([]);
  });

  it("[V31] is provisional until every co-hosting mission has signed and the round is published", async () => {
    const play = await closedOnce();
    const { as, host, consultationId, roundId } = play;
    const other = await coHostOf(registry, play, "Mission of another");
    await play.done({ kind: "finding", finding: 0 });
    expect((await play.view()).provisional).toBe(true);
    await signAll([as(host)], consultationId, { of: "findings", roundId });
    expect((await play.view()).provisional).toBe(true);
    await publishFindings([as(other)], consultationId, roundId);
    expect((await play.view()).provisional).toBe(false);
    // What was read for the room is kept for two seconds.
    await expect.poll(async () => (await shown(play, 0)).provisional, { timeout: 5_000 }).toBe(false);
    await play.done({ kind: "askAgain" });
    const before = await play.everybody().earlier({ code: play.code });
    expect(before.map(({ provisional }) => provisional)).toEqual(before.map(() => false));
    expect(before).not.toEqual([]);
  });

  it("[V32] beside a question that is asked again stands what was found before, and after its close how it moved", async () => {
    const play = await closedOnce(10);
    const earlier = () => play.everybody().earlier({ code: play.code });
    expect(await earlier()).toEqual([]);
    await play.take({ kind: "askAgain" });
    play.pass(5);
    // Its questions are not to be read before it has opened.
    expect((await play.view()).round).toMatchObject({ number: 2, stage: "notOpen" });
    expect(await earlier()).toEqual([]);
    await play.look();
    const before = await earlier();
    expect(before.map(({ itemId }) => itemId)).toEqual(["support", "model", "steps", "order", "why"]);
    for (const item of before)
      expect(item).toMatchObject({
        lineage: "carried",
        round: { id: play.roundId, number: 1 },
        provisional: true,
      });
    const { round } = await play.view();
    await answeredRound(registry, round.id, 18, play.clock.now);
    await expect(shown(play, 0)).rejects.toThrow("has not been shown");
    await play.done({ kind: "finding", finding: 0 });
    expect(await shown(play, 0)).toMatchObject({
      round: { number: 2 },
      movement: { itemId: "support", since: 1 },
      provisional: true,
    });
  });

  it("[V32] a round that the session was never at and that is not published is compared with by nothing", async () => {
    const play = await closedOnce();
    const { as, host, consultationId } = play;
    const plan = {
      level: "expert",
      timeZone: "UTC",
      opensAt: "2026-04-01T09:00",
      closesAt: "2026-04-20T18:00",
    } as const;
    const { roundId } = await as(host).rounds.add({ consultationId, ...plan });
    await answeredRound(registry, roundId, 18, play.clock.now);
    await play.done({ kind: "end" });
    const { code } = await as(host).room.start({ consultationId, roundId });
    play.clock.now = new Date(play.clock.now.getTime() + 1_000);
    await as(host).room.take({ consultationId, after: 0, step: { kind: "finding", finding: 0 } });
    play.pass(5);
    expect(await play.everybody().finding({ code, index: 0 })).toMatchObject({ movement: null });
    expect(await play.everybody().earlier({ code })).toEqual([]);
  });

  it("[V32] nor one of a step that was taken back, whatever became of it", async () => {
    const play = await closedOnce();
    const { as, host, consultationId } = play;
    const { number } = await play.take({ kind: "askAgain" });
    await as(host).room.undo({ consultationId, number });
    const [round] = await registry.select().from(rounds).where(inConsultation(consultationId, 2));
    // Conducted from its own page, and closed.
    await answeredRound(registry, round?.id ?? "", 18, play.clock.now);
    await play.done({ kind: "askAgain" });
    expect((await play.view()).round).toMatchObject({ number: 3, stage: "open" });
    const before = await play.everybody().earlier({ code: play.code });
    expect(new Set(before.map((item) => item.round.number))).toEqual(new Set([1]));
  });

  it("[V33] thousands who ask at once are answered from one reading", async () => {
    const play = await closedOnce();
    await play.done({ kind: "finding", finding: 0 });
    const everybody = play.everybody();
    const began = performance.now();
    const told = await Promise.all(
      Array.from({ length: 2_000 }, () => everybody.finding({ code: play.code, index: 0 })),
    );
    expect(new Set(told.map((one) => one.finding)).size).toBe(1);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
