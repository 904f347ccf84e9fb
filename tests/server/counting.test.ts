import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { createPartitions, partition } from "@/server/ballots/partitions";
import { closeRound } from "@/server/releases/close";
import { responsesOf, tallyOf } from "@/server/releases/responses";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { openRound } from "@/tests/support/open-round";
import { answered } from "@/tests/support/participants";
import { smallQuestionnaire, someAnswers } from "@/tests/support/questionnaire";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

/** A round whose table holds so many responses, the n-th (from 0) with the category n mod 5. */
async function storedRound(count: number): Promise<string> {
  const roundId = randomUUID();
  await createPartitions(ballot, roundId);
  const kinds = Array.from({ length: 5 }, (_, mark) => JSON.stringify(someAnswers(mark)));
  await ballot.execute(sql`
    INSERT INTO ${partition("response", roundId)} (round_id, key, revision, answers, salts)
    SELECT ${roundId}::uuid, uuid_send(gen_random_uuid()), 1,
      (ARRAY[${sql.join(kinds, sql`, `)}]::jsonb[])[1 + number % 5], '{}'::jsonb
    FROM generate_series(0, ${count - 1}::int) AS number`);
  return roundId;
}

async function marksOf(roundId: string) {
  const tally = await tallyOf(ballot, roundId, smallQuestionnaire);
  const support = tally?.items.support;
  return {
    responses: tally?.responses,
    marks: support?.kind === "scale" && support.statements.advice?.counts,
  };
}

describe("counting", () => {
  it.each([0, 1, 999, 1000, 1001, 2503])(
    "[A135] counts every one of %i stored responses once",
    async (count) => {
      const of = (mark: number) => Math.floor((count + 4 - mark) / 5);
      expect(await marksOf(await storedRound(count))).toEqual({
        responses: count,
        marks: [0, 1, 2, 3, 4].map(of),
      });
    },
  );

  it("[A135] gives each response once to whoever splits them", async () => {
    const roundId = await storedRound(1001);
    const seen = await ballot.transaction(async (tx) => {
      const found: Answers[] = [];
      for await (const { answers } of responsesOf(tx, roundId)) found.push(answers);
      return found;
    });
    expect(seen).toHaveLength(1001);
  });

  it("[A135] a count that fails midway leaves nothing behind, and can be done again", async () => {
    const roundId = await storedRound(2503);
    const reading = ballot.transaction(async (tx) => {
      for await (const { answers } of responsesOf(tx, roundId))
        throw new Error(`stopped at ${typeof answers}`);
    });
    await expect(reading).rejects.toThrow("stopped at object");
    expect((await marksOf(roundId)).responses).toBe(2503);
  });

  it("[A136] two closes at once make one release, and neither fails for what the other has dropped", async () => {
    const play = await openRound(registry, ballot, 10);
    const { clock, secrets, ballotBox, consultationId, roundId } = play;
    for (const [index, participant] of play.participants.entries())
      await answered(play, participant, someAnswers(index % 5));
    const closing = { registry, ballot, personId: null, now: clock.now, secrets, ballotBox };
    const close = () => closeRound(closing, consultationId, roundId);
    const outcomes = await Promise.allSettled([close(), close(), close()]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect(await tallyOf(ballot, roundId, smallQuestionnaire)).toBeNull();
  });
});
