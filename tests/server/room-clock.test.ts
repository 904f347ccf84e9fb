import { asc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries, manifestEntries, rounds } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import { lookAtTheClock } from "@/server/releases/clock";
import { openInRoom } from "@/server/room/opening";
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
    const refusals = (await logged(play)).filter((act) => act.startsWith("room step refused"));
    expect(refusals).toEqual(["room step refused (nobody)"]);
    expect(await play.view()).toMatchObject({ phase: "question", question: { index: 0 } });
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

  it("[V22] says why in the same words where the rule has extended it since the step was taken", async () => {
    const play = await roomScene(registry, ballot);
    await play.done(FIRST);
    await play.take(CLOSE);
    await registry.update(rounds).set({ extendedByRule: true }).where(eq(rounds.id, play.roundId));
    play.pass(5);
    await play.look();
    expect((await lastStep(play))?.refused).toContain("fewer than ten responses");
    expect(await play.view()).toMatchObject({ phase: "question", round: { extended: true } });
  });

  it("[V22] the clock is asked to look as a step takes effect and as a last call ends, and again where it came too early", async () => {
    const play = await roomScene(registry, ballot);
    const { consultationId, clock } = play;
    const asked = async () => {
      const rows = await registry.execute<{ at: Date }>(sql`
        SELECT start_after AS at FROM pgboss.job
        WHERE name = 'clock' AND data ->> 'consultationId' = ${consultationId} AND start_after IN ${moments()}`);
      return rows.length;
    };
    const moments = () =>
      [5, 65].map((seconds) => new Date(clock.now.getTime() + seconds * 1_000).toISOString());
    await play.done(FIRST);
    const { number } = await play.take({ kind: "lastCall", seconds: 60 });
    expect(await asked()).toBe(2);
    // A look that comes too early asks for another, at the moment that it should have come.
    await play.look();
    expect(await asked()).toBe(3);
    await play.as(play.host).room.undo({ consultationId, number });
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

  it("[V23] nor is a close lost on it", async () => {
    const play = await roomScene(registry, ballot);
    await play.done(FIRST);
    await play.take(CLOSE);
    play.pass(5);
    const clock = clockOf(play, registry, ballot);
    const away = () => Promise.reject(new Refusal("box_unreachable"));
    // There is something that the box has not heard of yet.
    await registry
      .update(manifestEntries)
      .set({ acknowledged: false })
      .where(eq(manifestEntries.consultationId, play.consultationId));
    const without = { ...clock, ballotBox: { ...play.ballotBox, accept: away } };
    await expect(lookAtTheClock(without, play.consultationId)).rejects.toThrow();
    expect(await play.view()).toMatchObject({ phase: "closed", round: { stage: "open" } });
    expect(await lastStep(play)).toMatchObject({ refused: null });
    await play.look();
    expect((await lastStep(play))?.refused).toContain("fewer than ten responses");
  });

  it("[V22] a step that another process brings about is not refused where this one cannot", async () => {
    const play = await roomScene(registry, ballot);
    const broken = () => Promise.reject(new Refusal("manifest_broken", { why: "shape" }));
    await play.take(FIRST);
    play.pass(5);
    const clock = clockOf(play, registry, ballot);
    const without = { ...clock, ballotBox: { ...play.ballotBox, accept: broken } };
    await lookAtTheClock(without, play.consultationId).catch(() => undefined);
    // It is on its way to open: whoever reaches the box goes on with it.
    expect(await lastStep(play)).toMatchObject({ refused: null });
    await play.look();
    expect(await play.view()).toMatchObject({ phase: "question", round: { stage: "open" } });
  });

  it("[V21] a look that comes second leaves the close of the open round where it is", async () => {
    const play = await roomScene(registry, ballot);
    const { consultationId, roundId, host } = play;
    await registry.update(rounds).set({ closesAt: play.clock.now }).where(eq(rounds.id, roundId));
    await play.done(FIRST);
    const closesAt = async () => (await roundsOf(play))[0]?.closesAt;
    const before = await closesAt();
    play.pass(10);
    const context = { ...clockOf(play, registry, ballot), db: registry, actor: { personId: host.personId } };
    await openInRoom(context, { consultationId, roundId }).catch(() => undefined);
    expect(await closesAt()).toEqual(before);
  });

  it("[V23] what came due while no process ran is done by the next that looks", async () => {
    const play = await roomScene(registry, ballot);
    await play.take(FIRST);
    play.pass(1_000);
    await lookAtTheClock(clockOf(play, registry, ballot));
    expect(await stageOf(registry, play.roundId)).toBe("open");
  });
});
