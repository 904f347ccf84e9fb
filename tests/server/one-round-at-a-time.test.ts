import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { issuance, rounds, seats } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import type { BallotBox } from "@/server/conduct/box";
import { callRegistry } from "@/server/trpc/router";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { type Scene, scene, stageOf } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

/** A consultation of two rounds, both ready to be opened. */
async function twoRounds() {
  const play = await scene(registry, ballot, 10);
  const { consultationId, roundId: first } = play;
  const second = randomUUID();
  const [round] = await registry.select().from(rounds).where(eq(rounds.id, first));
  if (round === undefined) throw new Error("no round");
  await registry.insert(rounds).values({ ...round, id: second, number: 2 });
  await play.as(play.host).conduct.openEnrolment({ consultationId });
  const invited = await registry.select().from(seats).where(eq(seats.consultationId, consultationId));
  for (const roundId of [first, second])
    await registry.insert(issuance).values(invited.map(({ id }) => ({ seatId: id, roundId, generation: 0 })));
  return { play, first, second };
}

const open = (play: Scene, roundId: string) =>
  play.as(play.host).conduct.openRound({ consultationId: play.consultationId, roundId });
const next = async (play: Scene) =>
  (await play.as(play.host).consultations.overview({ consultationId: play.consultationId })).next;

it("[H69] no round opens while another is open or closing, and the overview says which one to close", async () => {
  const { play, first, second } = await twoRounds();
  expect((await next(play))?.done).not.toContain("otherRounds");
  await open(play, first);
  for (const stage of ["open", "closing"] as const) {
    await registry.update(rounds).set({ stage }).where(eq(rounds.id, first));
    const { stillToDo } = (await next(play)) ?? {};
    expect(stillToDo?.map(({ step, sentence }) => [step, sentence])).toEqual([
      ["otherRounds", "Close round 1 first."],
    ]);
    await expect(open(play, second)).rejects.toThrow("Close round 1 first.");
    expect(await stageOf(registry, second)).toBe("draft");
  }
  await registry.update(rounds).set({ stage: "closed" }).where(eq(rounds.id, first));
  expect((await next(play))?.done).toContain("otherRounds");
  await open(play, second);
  expect(await stageOf(registry, second)).toBe("open");
});

it("[H69] no round opens while another waits for the ballot box", async () => {
  const { play, first, second } = await twoRounds();
  const ballotBox: BallotBox = {
    ...play.ballotBox,
    accept: async () => {
      throw new Refusal("box_unreachable");
    },
  };
  const away = callRegistry({ ...play.context(play.host), ballotBox }).conduct;
  await expect(away.openRound({ consultationId: play.consultationId, roundId: first })).rejects.toThrow(
    "not confirmed yet",
  );
  await expect(open(play, second)).rejects.toThrow("Close round 1 first.");
});

it("[H69] of two rounds that two hosts open at once, one opens", async () => {
  const { play, first, second } = await twoRounds();
  const asked = await Promise.allSettled([open(play, first), open(play, second)]);
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const stages = await Promise.all([first, second].map((roundId) => stageOf(registry, roundId)));
  expect(stages.toSorted()).toEqual(["draft", "open"]);
});
