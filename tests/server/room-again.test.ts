import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries, paperCirculations, papers, roundKeys, rounds } from "@/db/registry/schema";
import { answeredRound } from "@/tests/support/answered-round";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { smallQuestionnaire } from "@/tests/support/questionnaire";
import { type RoomScene, roomScene } from "@/tests/support/room";
import { stageOf } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

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
    // That of the draft which asks something else, and that which was carried over.
    expect((await logged(play)).filter((act) => act === "questionnaire saved")).toHaveLength(2);
  });

  it("[V16] circulates the paper that its items point into, with a spare key as with a draft that nobody has touched", async () => {
    const play = await closedOnce();
    const { as, host, consultationId, roundId } = play;
    const paper = { consultationId, number: 1, title: "A paper", blocks: [] };
    await registry.insert(papers).values(paper);
    await registry.insert(paperCirculations).values({ roundId, consultationId, number: 1 });
    const circulated = async (again: string) =>
      registry.select().from(paperCirculations).where(eq(paperCirculations.roundId, again));
    await play.done(AGAIN);
    const second = (await play.view()).round.id;
    expect(await circulated(second)).toMatchObject([{ number: 1 }]);
    await answeredRound(registry, second, 15, play.clock.now);
    const untouched = (await as(host).rounds.add({ consultationId, ...plan })).roundId;
    await registry.delete(paperCirculations).where(eq(paperCirculations.roundId, untouched));
    await play.done(AGAIN);
    expect((await play.view()).round.id).toBe(untouched);
    expect(await circulated(untouched)).toMatchObject([{ number: 1 }]);
  });

  it("[V16] passes over a later round that is no draft any more", async () => {
    const play = await closedOnce();
    const { as, host, consultationId } = play;
    const { roundId } = await as(host).rounds.add({ consultationId, ...plan });
    await answeredRound(registry, roundId, 15, play.clock.now);
    await play.done(AGAIN);
    expect((await play.view()).round).toMatchObject({ number: 3, stage: "open" });
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
    expect((await play.console()).session?.situation).toMatchObject({ another: false });
    await expect(play.take(AGAIN)).rejects.toThrow("No further round can be added");
  });
});
