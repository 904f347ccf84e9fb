import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { roomSteps, rounds } from "@/db/registry/schema";
import { viewAt } from "@/domain/room/shown";
import type { Step } from "@/domain/room/step";
import { lockConsultation } from "@/server/consultations/lock";
import { undoStep } from "@/server/room/commands";
import { factsOfCode } from "@/server/room/facts";
import { answeredRound } from "@/tests/support/answered-round";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { type RoomScene, roomScene } from "@/tests/support/room";
import { stageOf } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const FIRST = { kind: "question", question: 0 } as const;
const AGAIN = { kind: "askAgain" } as const;

/** Has something else of the consultation under way while this is asked for, and ends it after so many milliseconds. */
async function whileHeld<Asked>(
  { consultationId }: RoomScene,
  milliseconds: number,
  ask: () => Promise<Asked>,
  held: (tx: typeof registry) => Promise<unknown> = async () => undefined,
): Promise<Asked> {
  let asked: Promise<Asked> | undefined;
  await registry.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    await held(tx);
    asked = ask();
    asked.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  });
  if (asked === undefined) throw new Error("nothing was asked");
  return asked;
}

const withdraw = ({ as, host, consultationId }: RoomScene, roundId: string) =>
  as(host).errata.withdraw({
    consultationId,
    roundId,
    reason: "The second statement lacks a word.",
    copyHours: 24,
  });

/**
 * Until authors can read back no more what they had answered: only then can the round open again. Its hosts take this step
 * now and then, so that the session does not end as one that they forgot.
 */
async function copiesGone(play: RoomScene, meanwhile: Step) {
  for (const hours of [8, 8, 9]) {
    await play.done(meanwhile);
    play.pass(hours * 3_600);
  }
  await play.look();
  await play.look();
}

describe("a session whose round is withdrawn", () => {
  it("[V90] goes back to its doors, and never opens by itself the round that is to be corrected", async () => {
    const play = await roomScene(registry, ballot);
    await play.done(FIRST);
    await play.done({ kind: "question", question: 1 });
    const { roundId } = await withdraw(play, play.roundId);
    play.pass(60);
    await play.look();
    expect(await stageOf(registry, roundId)).toBe("draft");
    expect(await play.view()).toMatchObject({
      ...{ phase: "doors", question: null },
      round: { id: roundId, stage: "notOpen" },
    });
    const { session } = await play.console();
    expect(session?.steps.map(({ refused }) => refused)).toEqual([
      expect.stringContaining("withdrawn"),
      expect.stringContaining("withdrawn"),
    ]);
    await copiesGone(play, { kind: "doors" });
    expect(await stageOf(registry, roundId)).toBe("draft");
    await play.done(FIRST);
    expect(await stageOf(registry, roundId)).toBe("open");
  });

  it("[V90] does not carry out a step that was taken before and takes effect after", async () => {
    const play = await roomScene(registry, ballot);
    await play.done(FIRST);
    await play.take({ kind: "lastCall", seconds: 60 });
    const { roundId } = await withdraw(play, play.roundId);
    for (const seconds of [5, 60]) {
      play.pass(seconds);
      await play.look();
      expect(await stageOf(registry, roundId)).toBe("draft");
      expect((await play.view()).phase).toBe("doors");
    }
  });

  it("[V90] stays ended where it was ended before", async () => {
    const play = await roomScene(registry, ballot);
    await play.done(FIRST);
    await play.take({ kind: "end" });
    play.pass(5);
    await withdraw(play, play.roundId);
    expect(await play.view()).toMatchObject({ phase: "ended" });
    const { steps } = await factsOfCode(registry, play.code);
    expect(steps.map(({ step, refused }) => [step.kind, refused === null])).toEqual([
      ["question", false],
      ["end", true],
    ]);
  });

  it("[V90] tells of a step that was taken back that it was, and not that it was withdrawn", async () => {
    const play = await roomScene(registry, ballot);
    const { as, host, consultationId } = play;
    await play.done(FIRST);
    const { number } = await play.take({ kind: "question", question: 1 });
    await as(host).room.undo({ consultationId, number });
    await withdraw(play, play.roundId);
    const { session } = await play.console();
    expect(session?.steps[0]).toMatchObject({ number, undone: true, refused: null });
  });

  it("[V90] does not open it for a clock that looked before and waited for the withdrawal", async () => {
    const play = await roomScene(registry, ballot);
    await play.take(FIRST);
    play.pass(5);
    await whileHeld(play, 500, play.look, (tx) =>
      tx.update(roomSteps).set({ refused: "room_round_withdrawn" }),
    );
    expect(await stageOf(registry, play.roundId)).toBe("draft");
    expect(await play.view()).toMatchObject({ phase: "doors" });
  });

  it("[V90] that asked again is back where it was before, and can ask again", async () => {
    const play = await roomScene(registry, ballot);
    await answeredRound(registry, play.roundId, 15, play.clock.now);
    await play.done({ kind: "finding", finding: 0 });
    await play.done(AGAIN);
    const { roundId } = await withdraw(play, (await play.view()).round.id);
    play.pass(60);
    await play.look();
    expect(await stageOf(registry, roundId)).toBe("draft");
    expect(await play.view()).toMatchObject({ phase: "findings", round: { id: play.roundId } });
    await copiesGone(play, { kind: "discussion" });
    await play.done(AGAIN);
    expect(await play.view()).toMatchObject({ round: { id: roundId, stage: "open" } });
  });
});

describe("a step that is taken back at the last moment", () => {
  it("[V94] is not, where it took effect while whoever takes it back had to wait", async () => {
    const play = await roomScene(registry, ballot);
    const { consultationId, host, clock } = play;
    await play.take(FIRST);
    play.pass(4.9);
    const undo = () => undoStep(registry, { consultationId, number: 1 }, { actor: host, now: clock.now });
    await expect(whileHeld(play, 300, undo)).rejects.toThrow("room_undo_late");
    play.pass(0.1);
    await play.look();
    expect(await play.view()).toMatchObject({ phase: "question", round: { stage: "open" } });
  });

  it("[V94] is, and nothing comes of it, though the clock looks before that is kept", async () => {
    const play = await roomScene(registry, ballot);
    await play.take(FIRST);
    play.pass(5);
    await whileHeld(play, 500, play.look, (tx) => tx.update(roomSteps).set({ undone: true }));
    expect(await stageOf(registry, play.roundId)).toBe("draft");
    expect(await play.view()).toMatchObject({ phase: "doors" });
  });

  it("[V94] is, and the round is neither closed nor extended, though the clock looks before that is kept", async () => {
    const play = await roomScene(registry, ballot);
    await play.done(FIRST);
    const { number } = await play.take({ kind: "close" });
    play.pass(5);
    await whileHeld(play, 500, play.look, (tx) =>
      tx.update(roomSteps).set({ undone: true }).where(eq(roomSteps.number, number)),
    );
    const [round] = await registry.select().from(rounds).where(eq(rounds.id, play.roundId));
    expect(round).toMatchObject({ stage: "open", extendedByRule: false });
    expect(await play.view()).toMatchObject({ phase: "question" });
  });
});

describe("a session that is read while its round is withdrawn", () => {
  it("[V96] is read as it stood at one moment", async () => {
    const play = await roomScene(registry, ballot);
    await play.done(FIRST);
    const flipping = { over: false };
    const read = async (once: () => Promise<unknown>) => {
      let times = 0;
      for (; !flipping.over; times += 1) await once();
      return times;
    };
    const everybody = async () => viewAt(await factsOfCode(registry, play.code), play.clock.now);
    const readers = Promise.all([read(everybody), read(everybody), read(play.console)]);
    let id = play.roundId;
    for (let turn = 0; turn < 60; turn += 1) {
      const next = crypto.randomUUID();
      await registry.update(rounds).set({ id: next }).where(eq(rounds.id, id));
      id = next;
    }
    flipping.over = true;
    expect(Math.min(...(await readers))).toBeGreaterThan(3);
  });
});
