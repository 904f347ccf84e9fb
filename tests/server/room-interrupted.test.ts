import { describe, expect, it } from "vitest";
import { answeredRound } from "@/tests/support/answered-round";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { type RoomScene, roomScene } from "@/tests/support/room";
import { stageOf } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const FIRST = { kind: "question", question: 0 } as const;
const AGAIN = { kind: "askAgain" } as const;

const withdraw = ({ as, host, consultationId }: RoomScene, roundId: string) =>
  as(host).errata.withdraw({
    consultationId,
    roundId,
    reason: "The second statement lacks a word.",
    copyHours: 24,
  });

/** Until authors can read back no more what they had answered: only then can the round open again. */
async function copiesGone(play: RoomScene) {
  play.pass(25 * 3_600);
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
    await copiesGone(play);
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
    await copiesGone(play);
    await play.done(AGAIN);
    expect(await play.view()).toMatchObject({ round: { id: roundId, stage: "open" } });
  });
});
