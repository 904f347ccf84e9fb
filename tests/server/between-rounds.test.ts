import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { publishFindings } from "@/bin/demo/signing";
import { releases, rounds } from "@/db/registry/schema";
import { makeRelease } from "@/domain/disclosure/release";
import { itemsOf, type Questionnaire } from "@/domain/questionnaire/questionnaire";
import { addResponse, emptyTally } from "@/domain/tally/tally";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { smallQuestionnaire, someAnswers } from "@/tests/support/questionnaire";
import { type Scene, scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const HOUR = 3_600_000;
const PARTICIPATION = { invited: 20, issued: 20, replaced: 0 };

async function addRound(play: Scene, number: number, questionnaire: Questionnaire): Promise<string> {
  const id = randomUUID();
  const { consultationId, clock } = play;
  await registry.insert(rounds).values({
    id,
    consultationId,
    number,
    level: "expert",
    opensAt: clock.now,
    closesAt: new Date(clock.now.getTime() + HOUR),
    timeZone: "UTC",
    questionnaire,
  });
  return id;
}

/** Closes a round on twenty answers, so many of them in support of the first statement. */
async function close(play: Scene, roundId: string, questionnaire: Questionnaire, inSupport: number) {
  const tally = emptyTally(questionnaire);
  for (let index = 0; index < 20; index += 1) addResponse(tally, someAnswers(index < inSupport ? 4 : 1), 1);
  const release = makeRelease(questionnaire, tally, PARTICIPATION, {});
  await registry.insert(releases).values({ roundId, release, closedAt: play.clock.now });
  await registry.update(rounds).set({ stage: "closed" }).where(eq(rounds.id, roundId));
}

const [asked, ...others] = smallQuestionnaire.agendaQuestions;
if (asked === undefined) throw new Error("the questionnaire has questions");
const reworded: Questionnaire = {
  agendaQuestions: [
    {
      ...asked,
      items: asked.items.map((item) => (item.id === "model" ? { ...item, prompt: "Which?" } : item)),
    },
    ...others,
  ],
};

/** Three rounds with the same items, the third open: support rose from 8 of 20 to 16 and stood there. */
async function threeRounds() {
  const play = await scene(registry, ballot, 1);
  const { consultationId, slug, roundId: first } = play;
  const second = await addRound(play, 2, smallQuestionnaire);
  const third = await addRound(play, 3, reworded);
  await close(play, first, smallQuestionnaire, 8);
  await close(play, second, smallQuestionnaire, 16);
  const publish = (roundId: string) => publishFindings([play.as(play.host)], consultationId, roundId);
  const open = () => registry.update(rounds).set({ stage: "open" }).where(eq(rounds.id, third));
  const beside = () => play.as(null).publication.earlier({ slug, number: 3 });
  return { play, first, second, third, publish, open, beside };
}

describe("what stands beside a carried item", () => {
  it("[F67] is what the last published round that asked it found, the same for everybody", async () => {
    const { first, second, publish, open, beside, play } = await threeRounds();
    await open();
    expect(await beside()).toEqual([]);
    await publish(first);
    const one = await beside();
    expect(one.map(({ itemId }) => itemId)).toEqual(itemsOf(reworded).map(({ id }) => id));
    expect(one[0]).toMatchObject({ lineage: "carried", round: { id: first, number: 1 } });
    expect(one[0]?.findings[0]).toMatchObject({ key: "divided", n: 20 });
    expect(one.find(({ itemId }) => itemId === "model")).toMatchObject({
      lineage: "reworded",
      item: { prompt: "Which model?" },
    });
    await publish(second);
    const two = await beside();
    expect(two[0]).toMatchObject({ round: { id: second, number: 2 } });
    expect(await play.as(play.host).publication.earlier({ slug: play.slug, number: 3 })).toEqual(two);
  });

  it("[F67] is not told of a round that has not opened, nor of one that does not exist", async () => {
    const { first, publish, beside, play } = await threeRounds();
    await publish(first);
    await expect(beside()).rejects.toThrow();
    await expect(play.as(null).publication.earlier({ slug: play.slug, number: 9 })).rejects.toThrow();
    await expect(play.as(null).publication.earlier({ slug: "nowhere", number: 1 })).rejects.toThrow();
  });
});

describe("movement", () => {
  it("[F68] is measured for readers against published rounds alone, for hosts against every closed one", async () => {
    const { first, second, third, publish, play } = await threeRounds();
    const { consultationId, slug } = play;
    await close(play, third, reworded, 16);
    const drafted = await play.as(play.host).publication.drafts({ consultationId, roundId: third });
    expect(drafted.movements[0]).toMatchObject({ since: 2, rows: [{ key: "unchanged" }, {}] });
    await publish(first);
    await publish(third);
    const read = () => play.as(null).publication.ofRound({ slug, number: 3 });
    expect((await read()).movements[0]).toMatchObject({ since: 1, rows: [{ key: "shiftedTowards" }, {}] });
    expect(JSON.stringify(await read())).not.toContain(second);
    await publish(second);
    expect((await read()).movements[0]).toMatchObject({ since: 2, rows: [{ key: "unchanged" }, {}] });
  });
});
