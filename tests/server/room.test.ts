import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries, people, roomSessions, roomSteps, rounds } from "@/db/registry/schema";
import { CODE_ALPHABET } from "@/domain/room/code";
import { startSession } from "@/server/room/commands";
import { issuesInRoom } from "@/server/room/opening";
import { roomRouter } from "@/server/room/router";
import { sentenceOfIssue } from "@/server/words";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { namesIn } from "@/tests/support/procedures";
import { smallQuestionnaire } from "@/tests/support/questionnaire";
import { roomScene } from "@/tests/support/room";
import { insertPerson, scene, stageOf } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const FIRST = { kind: "question", question: 0 } as const;
const SECOND = { kind: "question", question: 1 } as const;

const logOf = async (consultationId: string) => {
  const entries = await registry
    .select({ act: auditEntries.act, detail: auditEntries.detail, personId: auditEntries.personId })
    .from(auditEntries)
    .where(eq(auditEntries.consultationId, consultationId))
    .orderBy(auditEntries.position);
  return entries.filter(({ act }) => act.startsWith("room "));
};

describe("a session in the room", () => {
  it("[V17] is the only one of its consultation until it has ended", async () => {
    const play = await roomScene(registry, ballot);
    const { consultationId, roundId, host, as } = play;
    const start = () => as(host).room.start({ consultationId, roundId });
    await expect(start()).rejects.toThrow("under way already");
    await play.take({ kind: "end" });
    await expect(start()).rejects.toThrow("under way already");
    expect(await play.console()).toMatchObject({ session: { code: play.code }, startable: [] });
    play.pass(5);
    // From its end on, though no clock has looked yet.
    expect(await play.console()).toMatchObject({ session: null, startable: [{ roundId }] });
    const { code } = await start();
    expect(code).not.toBe(play.code);
    expect((await play.console()).session).toMatchObject({ code, last: 0, steps: [] });
  });

  it("[V17] begins with a round of its own consultation alone", async () => {
    const { consultationId, host, as } = await scene(registry, ballot, 0);
    const { roundId } = await scene(registry, ballot, 0);
    await expect(as(host).room.start({ consultationId, roundId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await as(host).room.console({ consultationId })).session).toBeNull();
  });

  it("[V17] of hosts who start one at the same time, one does", async () => {
    const { consultationId, roundId, host, as } = await scene(registry, ballot, 0);
    const starts = [1, 2, 3].map(() => as(host).room.start({ consultationId, roundId }));
    const outcomes = await Promise.allSettled(starts);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("[V17] draws its code again where it is taken", async () => {
    const first = await roomScene(registry, ballot);
    const { consultationId, roundId, host, clock } = await scene(registry, ballot, 0);
    const taken = Uint8Array.from([...first.code].map((letter) => CODE_ALPHABET.indexOf(letter)));
    const drawn = [taken, new Uint8Array(6).fill(255), new Uint8Array(6)];
    const newBytes = () => drawn.shift() ?? taken;
    const session = { consultationId, roundId };
    const made = await startSession(registry, session, { actor: host, now: clock.now, newBytes });
    expect(made).toEqual({ code: "222222" });
    await registry.delete(roomSessions).where(eq(roomSessions.code, "222222"));
  });

  it("[V18] of hosts who take the next step at once, one does, and the other is told who was faster", async () => {
    const play = await roomScene(registry, ballot);
    const { consultationId, missionId, as } = play;
    const other = await insertPerson(registry, consultationId, missionId, "host");
    const steps = [play.host, other].map((actor) =>
      as(actor).room.take({ consultationId, after: 0, step: { kind: "doors" } }),
    );
    const outcomes = await Promise.allSettled(steps);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find((outcome) => outcome.status === "rejected");
    expect(String(refused?.reason)).toContain("host has taken a step since");
    expect(await registry.select().from(roomSteps).where(eq(roomSteps.roundId, play.roundId))).toHaveLength(
      1,
    );
  });

  it("[V18] who is too late is told who took the last step, be it not the first", async () => {
    const play = await roomScene(registry, ballot);
    const { consultationId, missionId, host, as } = play;
    const other = await insertPerson(registry, consultationId, missionId, "host");
    for (const [name, { personId }] of [["Ana", host] as const, ["Ben", other] as const])
      await registry.update(people).set({ name }).where(eq(people.id, personId));
    const doors = (actor: typeof host, after: number) =>
      as(actor).room.take({ consultationId, after, step: { kind: "doors" } });
    await doors(host, 0);
    play.pass(5);
    await doors(other, 1);
    play.pass(5);
    await expect(doors(host, 1)).rejects.toThrow("Ben has taken a step since");
    await expect(doors(other, 0)).rejects.toThrow("Ben has taken a step since");
    await doors(host, 2);
    play.pass(5);
    await expect(doors(other, 2)).rejects.toThrow("Ana has taken a step since");
  });

  it("[V19] a step can be taken back for five seconds; the next one waits until then", async () => {
    const play = await roomScene(registry, ballot);
    const { consultationId, host, as } = play;
    const undo = (number: number) => as(host).room.undo({ consultationId, number });
    const elsewhere = await roomScene(registry, ballot);
    await elsewhere.take(FIRST);
    await play.take(FIRST);
    await expect(play.take(SECOND)).rejects.toThrow("has just been taken");
    play.pass(4);
    expect((await play.console()).session?.pending).toMatchObject({ number: 1, step: FIRST, by: "host" });
    await undo(1);
    expect((await elsewhere.console()).session?.pending).toMatchObject({ number: 1 });
    await expect(undo(1)).rejects.toThrow("was taken back already");
    play.pass(2);
    await play.look();
    expect(await stageOf(registry, play.roundId)).toBe("draft");
    expect(await play.view()).toMatchObject({ phase: "doors" });
    await play.take(FIRST);
    play.pass(5);
    await expect(undo(2)).rejects.toThrow("has taken effect");
    expect((await play.console()).session).toMatchObject({
      pending: null,
      last: 2,
      steps: [
        { number: 2, undone: false },
        { number: 1, undone: true },
      ],
    });
  });

  it("[V20] before the first question everything is said at once that keeps the round from opening", async () => {
    const play = await scene(registry, ballot, 3);
    const { consultationId, roundId, host, as } = play;
    await registry
      .update(rounds)
      .set({ closesAt: new Date(play.clock.now.getTime() - 60_000) })
      .where(eq(rounds.id, roundId));
    const [startable] = (await as(host).room.console({ consultationId })).startable;
    await as(host).room.start({ consultationId, roundId });
    expect(startable).toMatchObject({ roundId, number: 1, stage: "draft" });
    // Its closing time has passed, which the session itself will mend.
    expect(startable?.issues).toEqual(["Open enrolment."]);
    await expect(as(host).room.take({ consultationId, after: 0, step: FIRST })).rejects.toThrow(
      startable?.issues[0],
    );
    await as(host).conduct.openEnrolment({ consultationId });
    await expect(as(host).room.take({ consultationId, after: 0, step: FIRST })).rejects.toThrow("enrolled");
    expect(await registry.select().from(roomSteps).where(eq(roomSteps.roundId, roundId))).toEqual([]);
    const agendaQuestions = smallQuestionnaire.agendaQuestions.map((one) => ({ ...one, items: [] }));
    const empty = await registry
      .update(rounds)
      .set({ questionnaire: { agendaQuestions } })
      .where(eq(rounds.id, roundId))
      .returning();
    const issues = await Promise.all(empty.map((round) => issuesInRoom(registry, round, play.clock.now)));
    const sentences = issues.flat().map(sentenceOfIssue);
    expect(sentences.length).toBeGreaterThan(1);
    for (const sentence of sentences)
      await expect(as(host).room.take({ consultationId, after: 0, step: FIRST })).rejects.toThrow(sentence);
  });

  it("[V24] the log names who started it, took each step and took one back, and what the clock could not do", async () => {
    const play = await roomScene(registry, ballot);
    const { consultationId, missionId, host, as } = play;
    const other = await insertPerson(registry, consultationId, missionId, "host");
    await play.take(FIRST);
    await as(other).room.undo({ consultationId, number: 1 });
    await play.take({ kind: "question", question: null });
    expect(await logOf(consultationId)).toEqual([
      { act: "room opened", detail: { number: 1 }, personId: host.personId },
      { act: "room step taken", detail: { of: "question", number: 1 }, personId: host.personId },
      { act: "room step taken back", detail: { of: "question", number: 1 }, personId: other.personId },
      { act: "room step taken", detail: { of: "allQuestions" }, personId: host.personId },
    ]);
  });

  it("[V34] is told by its code on the consultation's public page while it is under way", async () => {
    const play = await roomScene(registry, ballot);
    const page = () => play.as(null).consultations.publicPage({ slug: play.slug });
    expect((await page()).room).toBe(play.code);
    await play.done({ kind: "end" });
    expect((await page()).room).toBeNull();
    expect((await play.view()).phase).toBe("ended");
  });

  it("[V74] whether there is one is told alike to whoever asks by the consultation's address", async () => {
    const play = await roomScene(registry, ballot);
    const { slug, host, as } = play;
    const told = () => Promise.all([null, host].map((actor) => as(actor).room.underWay({ slug })));
    expect(await told()).toEqual([{ code: play.code }, { code: play.code }]);
    await play.done({ kind: "end" });
    expect(await told()).toEqual([{ code: null }, { code: null }]);
    expect(await as(null).room.underWay({ slug: "of-none" })).toEqual({ code: null });
  });
});

it("[V29] the room has these procedures for everybody and no other, none of which changes anything", () => {
  expect(namesIn(roomRouter)).toEqual(["earlier", "finding", "follow", "view"]);
  const types = Object.values(roomRouter._def.procedures).map(({ _def }) => _def.type);
  expect([...new Set(types)].toSorted()).toEqual(["query", "subscription"]);
});
