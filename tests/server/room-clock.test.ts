import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries, roundKeys, rounds } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import { lookAtTheClock } from "@/server/releases/clock";
import { answeredRound } from "@/tests/support/answered-round";
import { clockOf, standingOf } from "@/tests/support/clock";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { answered } from "@/tests/support/participants";
import { smallQuestionnaire, someAnswers } from "@/tests/support/questionnaire";
import { type RoomScene, roomScene } from "@/tests/support/room";
import { stageOf } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const FIRST = { kind: "question", question: 0 } as const;
const CLOSE = { kind: "close" } as const;
const AGAIN = { kind: "askAgain" } as const;

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
    expect((await play.console()).session).toMatchObject({ findings: 6 });
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

describe("asking again", () => {
  /** A session whose first round has closed on twenty answers. */
  async function closedOnce(): Promise<RoomScene> {
    const play = await roomScene(registry, ballot);
    await answeredRound(registry, play.roundId, 15, play.clock.now);
    return play;
  }
  const plan = {
    level: "highLevel",
    timeZone: "UTC",
    opensAt: "2026-04-01T09:00",
    closesAt: "2026-04-20T18:00",
  } as const;
  const spares = ({ consultationId }: RoomScene) =>
    registry.select().from(roundKeys).where(eq(roundKeys.consultationId, consultationId));

  it("[V16] without a planned round takes a spare key, with the words of the first round, and opens it", async () => {
    const play = await closedOnce();
    const [first] = await roundsOf(play);
    await play.done(AGAIN);
    const [, second, ...others] = await roundsOf(play);
    expect(others).toEqual([]);
    expect(second).toMatchObject({
      ...{ number: 2, stage: "open", level: first?.level, timeZone: first?.timeZone },
      questionnaire: smallQuestionnaire,
    });
    expect(second?.closesAt.getTime()).toBeGreaterThanOrEqual(play.clock.now.getTime() + 3 * 3_600_000);
    expect((await spares(play)).find(({ roundId }) => roundId === second?.id)?.purpose).toBe("spare");
    expect(await play.view()).toMatchObject({ phase: "question", round: { id: second?.id, number: 2 } });
    expect((await logged(play)).slice(-3)).toEqual(["round planned", "room step taken", "round opened"]);
  });

  it("[V16] takes the next draft that asks the same items, in its own words where hosts have prepared it", async () => {
    const play = await closedOnce();
    const { as, host, consultationId } = play;
    const { roundId } = await as(host).rounds.add({ consultationId, ...plan });
    const [question, ...others] = smallQuestionnaire.agendaQuestions;
    if (question === undefined) throw new Error("no question");
    const prepared = { agendaQuestions: [{ ...question, text: "What should be done now?" }, ...others] };
    await as(host).questionnaires.save({ consultationId, roundId, version: 1, questionnaire: prepared });
    await play.done(AGAIN);
    expect(await roundsOf(play)).toHaveLength(2);
    expect(await play.view()).toMatchObject({
      round: { id: roundId },
      question: { index: 0, text: "What should be done now?" },
    });
  });

  it("[V16] carries the words over into a draft that nobody has touched, and passes one over that asks something else", async () => {
    const play = await closedOnce();
    const { as, host, consultationId } = play;
    const other = (await as(host).rounds.add({ consultationId, ...plan })).roundId;
    const { roundId } = await as(host).rounds.add({ consultationId, ...plan });
    await registry
      .update(rounds)
      .set({ questionnaire: { agendaQuestions: [] } })
      .where(eq(rounds.id, roundId));
    const [, steps] = smallQuestionnaire.agendaQuestions;
    if (steps === undefined) throw new Error("no question");
    const fewer = { agendaQuestions: [steps] };
    await as(host).questionnaires.save({ consultationId, roundId: other, version: 1, questionnaire: fewer });
    await play.done(AGAIN);
    expect(await play.view()).toMatchObject({
      round: { id: roundId, number: 3, stage: "open" },
      questions: 2,
    });
    expect(await stageOf(registry, other)).toBe("draft");
    expect(await logged(play)).toContain("questionnaire saved");
  });

  it("[V16] taken back leaves a draft behind, which the next time takes; without a key left it is not possible", async () => {
    const play = await closedOnce();
    const { as, host, consultationId } = play;
    await play.take(AGAIN);
    await as(host).room.undo({ consultationId, number: 1 });
    await play.done(AGAIN);
    expect(await roundsOf(play)).toHaveLength(2);
    for (const next of [3, 4]) {
      const { roundId } = await play.view().then(({ round }) => ({ roundId: round.id }));
      await answeredRound(registry, roundId, 15, play.clock.now);
      await play.done(AGAIN);
      expect(await play.view()).toMatchObject({ round: { number: next } });
    }
    const { round } = await play.view();
    await answeredRound(registry, round.id, 15, play.clock.now);
    expect((await play.console()).session?.askAgain).toMatchObject({ possible: false });
    await expect(play.take(AGAIN)).rejects.toThrow("No further round can be added");
  });
});
