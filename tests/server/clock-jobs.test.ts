import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { connectBallot, connectRegistry } from "@/db/connect";
import { rounds, windows } from "@/db/registry/schema";
import { startJobs } from "@/server/jobs/work";
import { clockWork } from "@/server/releases/clock-work";
import { actsOfNobody, enrolOthers, manifestActs, roundOnTheClock, standingOf } from "@/tests/support/clock";
import { newDatabase } from "@/tests/support/databases";
import { answered } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";
import { type Scene, scene } from "@/tests/support/scene";
import { afterARound } from "@/tests/support/windows";

const url = await newDatabase("registryCluster");
const { db: registry } = connectRegistry(url);
const { db: ballot } = connectBallot(await newDatabase("ballotCluster"));

const running: { stop: () => Promise<void> }[] = [];
/** A process that serves both sides, with the true clock. */
async function serve({ secrets, ballotBox }: Scene): Promise<void> {
  const work = clockWork({ registry, ballot, secrets, ballotBox });
  running.push(await startJobs(url, [work], () => new Date()));
}
const stop = () => Promise.all(running.splice(0).map((one) => one.stop()));
afterEach(stop);

const inSeconds = (seconds: number) => new Date(Date.now() + 1_000 * seconds);
const eventually = { timeout: 20_000, interval: 100 };
const standing = (roundId: string) => standingOf(registry, ballot, roundId);

/** An open round whose box goes by the true clock, closing so many seconds from now. */
async function closingIn(seconds: number, responses = 1) {
  const play = await roundOnTheClock(registry, ballot, responses);
  for (const participant of play.participants) await answered(play, participant, someAnswers());
  play.clock.now = new Date();
  const closesAt = inSeconds(seconds);
  const { consultationId, roundId, host } = play;
  await registry.execute(sql`UPDATE rounds SET extended_by_rule = true,
    closes_at = ${new Date(Date.now() + 500).toISOString()} WHERE id = ${roundId}`);
  await ballot.execute(
    sql`UPDATE round SET closes_at = ${new Date(Date.now() + 500).toISOString()} WHERE id = ${roundId}`,
  );
  await play.as(host).conduct.extendRound({ consultationId, roundId, closesAt: closesAt.toISOString() });
  return { ...play, closesAt };
}

describe("the clock with jobs", () => {
  it("[K16, K2] opens and closes to the second, once, with two processes at work", async () => {
    const play = await scene(registry, ballot, 10);
    const { consultationId, roundId, host } = play;
    play.clock.now = new Date();
    await play.as(host).conduct.openEnrolment({ consultationId });
    await enrolOthers(registry, play);
    const [opensAt, closesAt] = [inSeconds(4), inSeconds(8)];
    await registry.update(rounds).set({ opensAt, closesAt }).where(eq(rounds.id, roundId));
    await play.as(host).conduct.openByClock({ consultationId, roundId, wanted: true });
    // A round that has been extended before closes at its time, however few responded.
    await registry.update(rounds).set({ extendedByRule: true }).where(eq(rounds.id, roundId));
    await serve(play);
    await serve(play);
    await expect.poll(() => standing(roundId), eventually).toMatchObject({ stage: "open", box: "open" });
    await expect.poll(() => standing(roundId), eventually).toMatchObject({ stage: "closed", box: "dropped" });
    const [opened, closed, ...more] = await manifestActs(registry, play);
    if (opened?.kind !== "roundOpened" || closed?.kind !== "roundClosed") throw new Error("other acts");
    expect(more).toEqual([]);
    for (const [planned, done] of [
      [opensAt, opened.opensAt],
      [closesAt, closed.closedAt],
    ] as const) {
      expect(Date.parse(done)).toBeGreaterThanOrEqual(planned.getTime());
      expect(Date.parse(done) - planned.getTime()).toBeLessThan(3_000);
    }
    expect(await actsOfNobody(registry, play)).toEqual([
      "round opened by the clock",
      "round closed by the clock",
    ]);
  }, 60_000);

  it("[K17] closes after a restart what came due while nothing ran, and what a lost job would have closed", async () => {
    const late = await closingIn(1);
    await expect.poll(() => Date.now() > late.closesAt.getTime(), eventually).toBe(true);
    expect(await standing(late.roundId)).toMatchObject({ stage: "open" });
    await serve(late);
    await expect.poll(() => standing(late.roundId), eventually).toMatchObject({ stage: "closed" });
    await stop();
    const lost = await closingIn(1);
    await registry.execute(sql`DELETE FROM pgboss.job WHERE name = 'clock'`);
    await expect.poll(() => Date.now() > lost.closesAt.getTime(), eventually).toBe(true);
    await serve(lost);
    const withinTheMinute = { ...eventually, timeout: 75_000 };
    await expect.poll(() => standing(lost.roundId), withinTheMinute).toMatchObject({ stage: "closed" });
  }, 120_000);

  it("[K18] goes by the time as it was moved: the job of the earlier one finds nothing to do", async () => {
    const play = await closingIn(2);
    const { consultationId, roundId, host } = play;
    play.clock.now = new Date();
    const later = inSeconds(7);
    await play.as(host).conduct.extendRound({ consultationId, roundId, closesAt: later.toISOString() });
    await serve(play);
    await expect.poll(() => Date.now() > play.closesAt.getTime() + 1_500, eventually).toBe(true);
    expect(await standing(roundId)).toMatchObject({ stage: "open" });
    await expect.poll(() => standing(roundId), eventually).toMatchObject({ stage: "closed" });
    expect(Date.now()).toBeGreaterThanOrEqual(later.getTime());
  }, 60_000);

  it("[K19] closes a window at its time, for nobody", async () => {
    const play = await afterARound(registry, ballot, 0);
    play.clock.now = new Date();
    await play.open(1 / 28_800);
    await serve(play);
    const stage = async () => (await play.stored()).stage;
    await expect.poll(stage, eventually).toBe("closed");
    expect((await actsOfNobody(registry, play)).at(-1)).toBe("window closed by the clock");
    const [window] = await registry
      .select()
      .from(windows)
      .where(eq(windows.consultationId, play.consultationId));
    expect(window?.closedAt?.getTime()).toBeGreaterThanOrEqual(window?.closesAt.getTime() ?? 0);
  }, 60_000);
});
