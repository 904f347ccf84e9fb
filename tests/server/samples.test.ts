import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { closeRound } from "@/server/releases/close";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { openRound } from "@/tests/support/open-round";
import { answered } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

/** Columns that say of which round, item or kind a row is; of all others nothing may be noted. */
const SORTING = ["round_id", "item_id", "consent"];

/** The columns of responses, leaves and open answers of which PostgreSQL keeps samples in its own catalogue. */
async function sampled(): Promise<string[]> {
  await ballot.execute(sql`ANALYZE`);
  const rows = await ballot.execute<{ place: string; name: string }>(sql`
    SELECT tablename || '.' || attname AS place, attname AS name FROM pg_stats
    WHERE schemaname = 'public' AND tablename ~ '^(arrival|response|leaf|open_answer)'`);
  return rows.filter(({ name }) => !SORTING.includes(name)).map(({ place }) => place);
}

it("[A229] no sample of a response or of an open answer is kept beside the tables, while a round is open or after", async () => {
  const play = await openRound(registry, ballot, 12);
  const { clock, secrets, ballotBox, consultationId, roundId } = play;
  const long = { kind: "text", text: "Nobody else writes this.", consent: "notToBeReflected" } as const;
  for (const participant of play.participants)
    await answered(play, participant, { ...someAnswers(), why: long });
  expect(await sampled()).toEqual([]);
  // The catalogue is not empty: it is that these columns are left out.
  const others = await ballot.execute(sql`SELECT FROM pg_stats WHERE schemaname = 'public'`);
  expect(others.length).toBeGreaterThan(0);
  const closing = { registry, ballot, personId: null, now: clock.now, secrets, ballotBox };
  await closeRound(closing, consultationId, roundId);
  expect(await sampled()).toEqual([]);
  expect((await ballot.execute(sql`SELECT FROM open_answer`)).length).toBe(12);
}, 60_000);
