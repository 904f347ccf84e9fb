import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries, rounds } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import { lookAtTheClock } from "@/server/releases/clock";
import { clockOf, standingOf } from "@/tests/support/clock";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { answered } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";
import { type RoomScene, roomScene } from "@/tests/support/room";
import { stageOf } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const FIRST = { kind: "question", question: 0 } as const;
const CLOSE = { kind: "close" } as const;

const logged = async ({ consultationId, host }: RoomScene) => {
  const entries = await registry
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.consultationId, consultationId))
    .orderBy(asc(auditEntries.position));
  return entries.map(({ act, personId }) => `${act}${personId === host.personId ? "" : " (nobody)"}`);
};
const roundsOf = ({ consultationId }: RoomScene) =>
  registry.select().from(rounds).where(eq(rounds.consultationId, consultationId)).orderBy(asc(rounds.number));
const lastStep = async (play: RoomScene) => (await play.console()).session?.steps[0];

describe("what the clock brings about for a session", () => {
  it("[V21] its first question opens the round, once, and sets a close forward that would cut it short; the log says so", async () => {
    const play = await roomScene(registry, ballot);
    const { roundId, clock } = play;
    const planned = new Date(clock.now.getTime() + 600_000);
    await registry.update(rounds).set({ closesAt: planned }).where(eq(rounds.id, roundId));
    await play.take(FIRST);
    play.pass(4.999);
    await play.look();
    expect(await stageOf(registry, roundId)).toBe("draft");
    play.pass(0.001);
    expect(await play.view()).toMatchObject({
      phase: "question",
      question: null,
      round: { stage: "notOpen" },
    });
    await Promise.all([play.look(), play.look(), play.look()]);
    const closesAt = new Date(clock.now.getTime() + 3 * 3_600_000).toISOString();
    expect(await standingOf(registry, ballot, roundId)).toMatchObject({
      ...{ stage: "open", closesAt, box: "open", boxClosesAt: closesAt },
    });
    expect(await play.view()).toMatchObject({
      question: { index: 0, text: "What should be done?" },
      round: { stage: "open", closesAt },
    });
    expect(await lastStep(play)).toMatchObject({ refused: null });
    const acts = (await logged(play)).slice(-3);
    expect(acts).toEqual(["room step taken", "round replanned", "round opened"]);
    await play.done({ kind: "question", question: 1 });
    expect(await play.view()).toMatchObject({ question: { index: 1 } });
  });

  it("[V21] a round whose plan leaves time enough closes as it was planned", async () => {
    const play = await roomScene(registry, ballot);
    const [before] = await roundsOf(play);
    await play.done(FIRST);
    expect((await play.view()).round.closesAt).toBe(before?.closesAt.toISOString());
  });

  it("[V22] the end of a last call closes the round, where ten have answered, and its findings can be shown", async () => {
    const play = await roomScene(registry, ballot, 10);
    await play.done(FIRST);
    for (const [index, participant] of play.participants.entries())
      await answered(play, participant, someAnswers(index % 5));
    await play.done({ kind: "lastCall", seconds: 60 });
    play.pass(54.9);
    await play.look();
    expect(await stageOf(registry, play.roundId)).toBe("open");
    play.pass(5.1);
    expect(await play.view()).toMatchObject({ phase: "closed", until: null });
    await expect(play.take({ kind: "finding", finding: 0 })).rejects.toThrow("is being closed");
    await Promise.all([play.look(), play.look()]);
    expect(await stageOf(registry, play.roundId)).toBe("closed");
    expect((await play.console()).session?.situation).toMatchObject({ findings: 6 });
    await play.done({ kind: "finding", finding: 1 });
    expect(await play.view()).toMatchObject({
      phase: "findings",
      finding: { index: 1, of: 6 },
      provisional: true,
    });
    expect((await logged(play)).filter((act) => act.startsWith("round closed"))).toEqual(["round closed"]);
  });

  it("[V22] with fewer than ten the rule extends the round, the step says why nothing came of it, and the room goes back", async () => {
    const play = await roomScene(registry, ballot);
    await play.done(FIRST);
    await play.take(CLOSE);
    play.pass(5);
    await Promise.all([play.look(), play.look()]);
    expect(await standingOf(registry, ballot, play.roundId)).toMatchObject({ stage: "open", box: "open" });
    expect((await lastStep(play))?.refused).toContain("fewer than ten responses");
    expect(await play.view()).toMatchObject({ phase: "question", question: { index: 0 } });
    expect(await logged(play)).toContain("room step refused (nobody)");
    await expect(play.take(CLOSE)).rejects.toThrow("extended by the rule");
    await expect(play.take({ kind: "lastCall", seconds: 60 })).rejects.toThrow("extended by the rule");
  });

  it("[V22] a question that cannot open the round after all says so, and the room goes back to its doors", async () => {
    const play = await roomScene(registry, ballot);
    await play.take(FIRST);
    const empty = { agendaQuestions: [] };
    await registry.update(rounds).set({ questionnaire: empty }).where(eq(rounds.id, play.roundId));
    play.pass(5);
    await play.look();
    expect(await play.view()).toMatchObject({ phase: "doors" });
    expect((await lastStep(play))?.refused).toContain("was not opened");
  });

  it("[V23] a box that cannot be reached is asked again until it answers, and nothing is lost", async () => {
    const play = await roomScene(registry, ballot);
    const away = () => Promise.reject(new Refusal("box_unreachable"));
    await play.take(FIRST);
    play.pass(5);
    const clock = clockOf(play, registry, ballot);
    const without = { ...clock, ballotBox: { ...play.ballotBox, accept: away } };
    await expect(lookAtTheClock(without, play.consultationId)).rejects.toThrow();
    expect(await play.view()).toMatchObject({ phase: "question", round: { stage: "notOpen" } });
    await play.look();
    expect(await play.view()).toMatchObject({ phase: "question", round: { stage: "open" } });
    expect(await lastStep(play)).toMatchObject({ refused: null });
  });

  it("[V23] what came due while no process ran is done by the next that looks", async () => {
    const play = await roomScene(registry, ballot);
    await play.take(FIRST);
    play.pass(1_000);
    await lookAtTheClock(clockOf(play, registry, ballot));
    expect(await stageOf(registry, play.roundId)).toBe("open");
  });
});
