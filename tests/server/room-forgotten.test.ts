import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries, roomSessions, roomSteps, rounds } from "@/db/registry/schema";
import { isOfTheClock } from "@/domain/acts/act-words";
import { lockConsultation } from "@/server/consultations/lock";
import { lookAtTheClock } from "@/server/releases/clock";
import { answeredRound } from "@/tests/support/answered-round";
import { clockOf } from "@/tests/support/clock";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { type RoomScene, roomScene } from "@/tests/support/room";
import { stageOf } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const FIRST = { kind: "question", question: 0 } as const;
const DISCUSSION = { kind: "discussion" } as const;
const TWELVE_HOURS = 12 * 3_600;

const codeOnPage = async ({ as, slug }: RoomScene) =>
  (await as(null).consultations.publicPage({ slug })).room;
const ended = async (play: RoomScene) => (await play.view()).phase === "ended";
const endings = async ({ consultationId }: RoomScene) => {
  const entries = await registry
    .select({ act: auditEntries.act, detail: auditEntries.detail, personId: auditEntries.personId })
    .from(auditEntries)
    .where(eq(auditEntries.consultationId, consultationId))
    .orderBy(asc(auditEntries.position));
  return entries.filter(({ act }) => act.startsWith("room ended"));
};

/** A session at a round that has been counted. */
async function counted(): Promise<RoomScene> {
  const play = await roomScene(registry, ballot);
  await answeredRound(registry, play.roundId, 15, play.clock.now);
  return play;
}

describe("a session that its hosts forgot to end", () => {
  it("[V36] ends twelve hours after its last step, for all who follow, and the log says that the clock did it", async () => {
    const play = await counted();
    play.pass(3_600);
    await play.take(DISCUSSION);
    play.pass(5 + TWELVE_HOURS - 1);
    await play.look();
    expect(await play.view()).toMatchObject({ phase: "discussion" });
    expect(await codeOnPage(play)).toBe(play.code);
    play.pass(1);
    await play.look();
    expect(await ended(play)).toBe(true);
    expect(await codeOnPage(play)).toBeNull();
    expect(await endings(play)).toEqual([
      { act: "room ended by the clock", detail: { number: 1 }, personId: null },
    ]);
    expect(isOfTheClock("room ended by the clock")).toBe(true);
    const { consultationId, roundId, host, as } = play;
    await expect(play.take(DISCUSSION)).rejects.toThrow("Start one first");
    const { code } = await as(host).room.start({ consultationId, roundId });
    expect(await codeOnPage(play)).toBe(code);
  });

  it("[V36] ends twelve hours after it began where nobody took a step, and not because of one that was taken back", async () => {
    const [left, tried] = [await roomScene(registry, ballot), await roomScene(registry, ballot)];
    for (const play of [left, tried]) play.pass(TWELVE_HOURS - 1);
    const { consultationId, host, as } = tried;
    await tried.take(FIRST);
    await as(host).room.undo({ consultationId, number: 1 });
    for (const play of [left, tried]) {
      play.pass(1);
      await play.look();
    }
    expect(await ended(left)).toBe(true);
    expect(await ended(tried)).toBe(false);
    tried.pass(TWELVE_HOURS + 4);
    await tried.look();
    expect(await ended(tried)).toBe(true);
    expect(await stageOf(registry, tried.roundId)).toBe("draft");
  });

  it("[V36] stays while its round is open, and for twelve hours after that has closed at its time", async () => {
    const play = await roomScene(registry, ballot);
    await play.done(FIRST);
    const { roundId, clock } = play;
    const closesAt = new Date(clock.now.getTime() + 2 * TWELVE_HOURS * 1_000);
    await registry.update(rounds).set({ closesAt }).where(eq(rounds.id, roundId));
    play.pass(2 * TWELVE_HOURS - 1);
    await play.look();
    expect(await play.view()).toMatchObject({ phase: "question", round: { stage: "open" } });
    play.pass(1);
    await answeredRound(registry, roundId, 15, clock.now);
    await play.look();
    expect(await play.view()).toMatchObject({ phase: "closed" });
    play.pass(TWELVE_HOURS);
    await play.look();
    expect(await ended(play)).toBe(true);
  });

  it("[V36] ends over a round that the rule has extended by days, which goes on and closes at its time", async () => {
    const play = await roomScene(registry, ballot);
    await play.done(FIRST);
    await play.done({ kind: "close" });
    expect(await play.view()).toMatchObject({ phase: "question", round: { extended: true } });
    play.pass(TWELVE_HOURS);
    await play.look();
    expect(await ended(play)).toBe(true);
    expect(await stageOf(registry, play.roundId)).toBe("open");
  });

  it("[V36] first has done what was due, however long no process ran", async () => {
    const play = await roomScene(registry, ballot);
    await play.take(FIRST);
    play.pass(2 * TWELVE_HOURS);
    await play.look();
    await play.look();
    expect(await play.view()).toMatchObject({ phase: "question", round: { stage: "open" } });
  });

  it("[V37] is not ended where a host takes a step while the clock waits for its turn", async () => {
    const play = await counted();
    play.pass(TWELVE_HOURS);
    const [session] = await registry.select().from(roomSessions).where(eq(roomSessions.code, play.code));
    if (session === undefined) throw new Error("no session");
    const { consultationId, roundId, clock, host } = play;
    let looking: Promise<void> | undefined;
    await registry.transaction(async (tx) => {
      await lockConsultation(tx, consultationId);
      looking = play.look();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tx.insert(roomSteps).values({
        ...{ sessionId: session.id, number: 1, step: DISCUSSION, roundId, personId: host.personId },
        ...{ takenAt: clock.now, effectAt: new Date(clock.now.getTime() + 5_000) },
      });
    });
    await looking;
    play.pass(5);
    expect(await play.view()).toMatchObject({ phase: "discussion" });
    expect(await endings(play)).toEqual([]);
  });

  it("[V37] is ended once, by however many processes look", async () => {
    const play = await counted();
    play.pass(TWELVE_HOURS);
    const clock = clockOf(play, registry, ballot);
    await Promise.all([1, 2, 3].map(() => lookAtTheClock(clock, play.consultationId)));
    expect(await ended(play)).toBe(true);
    expect(await endings(play)).toHaveLength(1);
  });
});
