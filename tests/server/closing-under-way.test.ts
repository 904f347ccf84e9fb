import { setTimeout } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { lockRound } from "@/server/ballots/partitions";
import { lookAtTheClock } from "@/server/releases/clock";
import {
  clockOf,
  manifestActs,
  type RoundOnTheClock,
  roundOnTheClock,
  standingOf,
} from "@/tests/support/clock";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { answered } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const look = (play: RoundOnTheClock) => lookAtTheClock(clockOf(play, registry, ballot), play.consultationId);

/** A round with as many responses as it takes to be closed. */
async function ofTen(): Promise<RoundOnTheClock> {
  const play = await roundOnTheClock(registry, ballot, 10);
  for (const [nth, participant] of play.participants.entries())
    await answered(play, participant, someAnswers(nth % 5));
  return play;
}

it("[K33] a round at its closing time is left to whoever is closing it: a look that comes meanwhile begins no second close, and waits for none", async () => {
  const [play, other] = [await ofTen(), await ofTen()];
  const { consultationId, roundId } = play;
  play.at(0);
  let first = Promise.resolve();
  await ballot.transaction(async (tx) => {
    await lockRound(tx, roundId);
    first = look(play);
    await setTimeout(500);
    // All that is due is looked at: the other round closes, this one is left alone.
    const closing = clockOf(play, registry, ballot);
    await lookAtTheClock(closing, consultationId);
    other.at(0);
    await look(other);
    expect(await standingOf(registry, ballot, other.roundId)).toMatchObject({ stage: "closed" });
    const [held] = await ballot.execute<{ n: string }>(sql`SELECT count(*) AS n FROM pg_locks
      WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
    expect(Number(held?.n)).toBe(1);
  });
  await first;
  expect(await standingOf(registry, ballot, roundId)).toMatchObject({ stage: "closed", box: "dropped" });
  expect((await manifestActs(registry, play)).map(({ kind }) => kind)).toEqual([
    "roundOpened",
    "roundClosed",
  ]);
});
