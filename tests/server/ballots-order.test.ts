import { randomBytes, randomInt } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { roundKeyOf } from "@/app/(participant)/_protocol/secrets";
import { moveArrivals } from "@/server/ballots/mover";
import { partition } from "@/server/ballots/partitions";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { openRound } from "@/tests/support/open-round";
import { answered } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";

const ballot = await ballotDatabase();
const play = await openRound(await registryDatabase(), ballot, 10);
const { roundId, consultationId } = play;

/** The keys of `response` as the table's pages hold them, and how many transactions wrote them. */
async function landed() {
  const rows = await ballot.execute<{ key: Buffer; xmin: string }>(
    sql`SELECT key, xmin::text FROM ${partition("response", roundId)} ORDER BY ctid`,
  );
  return {
    order: rows.map(({ key }) => key.toString("hex")),
    transactions: new Set(rows.map(({ xmin }) => xmin)).size,
  };
}

/** What `arrival` and the long values beside it take up, dead rows included. */
async function arrivedBytes(): Promise<number> {
  const [size] = await ballot.execute<{ bytes: string }>(
    sql`SELECT pg_relation_size(oid) + pg_relation_size(reltoastrelid) AS bytes
      FROM pg_class WHERE relname = ${`arrival_${roundId.replaceAll("-", "")}`}`,
  );
  return Number(size?.bytes);
}

/** Waits until the mover, which rests between two moves, has taken all that has arrived. */
const moved = () => vi.waitFor(async () => expect(await arrivedBytes()).toBe(0), { timeout: 10_000 });

const shuffled = (indices: number[]) =>
  indices
    .map((index) => ({ index, drawn: randomInt(2 ** 32) }))
    .sort((one, other) => one.drawn - other.drawn)
    .map(({ index }) => index);

/** Spearman's rank correlation of an order with the order of arrival 0, 1, 2 … */
function correlation(ranks: readonly number[]): number {
  const n = ranks.length;
  const squares = ranks.reduce((sum, rank, index) => sum + (rank - index) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

const KEYS = await Promise.all(
  play.participants.map(async ({ code }) => {
    const { publicKey } = await roundKeyOf(code, consultationId, roundId);
    return Buffer.from(publicKey).toString("hex");
  }),
);

/** How many responses in `response` have this revision. */
async function heldAt(revision: number): Promise<number> {
  const found = await ballot.execute(
    sql`SELECT FROM ${partition("response", roundId)} WHERE revision = ${revision}`,
  );
  return found.length;
}

const emptied = () => ballot.execute(sql`TRUNCATE arrival, response`);

/** How far the order in which ten new responses lie follows that in which they arrived. */
async function followed(): Promise<number> {
  await emptied();
  const arriving = shuffled([...KEYS.keys()]);
  for (const index of arriving) await answered(play, play.nth(index), someAnswers());
  await moved();
  const { order, transactions } = await landed();
  expect([order.length, transactions]).toEqual([10, 1]);
  return correlation(order.map((key) => arriving.indexOf(KEYS.indexOf(key))));
}

it("[A67] ten arrivals land in one transaction and in an order drawn anew, which says nothing of when they came", async () => {
  const BATCHES = 25;
  let sum = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) sum += await followed();
  // Where place and arrival are independent, the mean is 0 with a standard deviation of 0.07.
  expect(Math.abs(sum / BATCHES)).toBeLessThan(0.4);
});

it("[A68] `arrival` is emptied to the last byte as a batch moves, so that no dead row tells the order", async () => {
  const long = { kind: "text", text: randomBytes(2_000).toString("hex"), consent: "mayBeReflected" } as const;
  for (const participant of play.participants.slice(1))
    await answered(play, participant, { ...someAnswers(), why: long }, 101);
  expect(await arrivedBytes()).toBeGreaterThan(0);
  await answered(play, play.nth(0), { ...someAnswers(), why: long }, 101);
  await moved();
});

it("[A69] fewer than ten never move while the round is open, even when asked to", async () => {
  await emptied();
  for (const participant of play.participants.slice(0, 9))
    for (const revision of [201, 202]) await answered(play, participant, someAnswers(), revision);
  await moveArrivals(ballot, roundId);
  expect((await landed()).order).toEqual([]);
});

it("[A100] each batch rewrites the whole round: no batch can be told from another, and no earlier revision is left", async () => {
  await emptied();
  for (const revision of [301, 302, 303]) {
    for (const participant of play.participants) await answered(play, participant, someAnswers(), revision);
    await moved();
  }
  const { order, transactions } = await landed();
  expect([order.length, transactions]).toEqual([10, 1]);
  // Places are filled from the first; a row written over would have left its own behind.
  const places = await ballot.execute<{ place: string }>(
    sql`SELECT ctid::text AS place FROM ${partition("response", roundId)} ORDER BY ctid`,
  );
  expect(places.map(({ place }) => place)).toEqual(order.map((_, index) => `(0,${index + 1})`));
});

it("[A103] what arrives while the mover rests moves after the rest, whether or not more arrives", async () => {
  await emptied();
  for (const revision of [401, 402, 403]) {
    // All but the first come straight after a move. The last of ten makes the batch; nobody comes after it.
    for (const participant of play.participants) await answered(play, participant, someAnswers(), revision);
    await moved();
    expect(await heldAt(revision)).toBe(10);
  }
});

it("[A104] of ten who answer at the same moment none is left waiting for an eleventh", async () => {
  await emptied();
  for (const revision of [501, 502, 503, 504, 505]) {
    await Promise.all(
      play.participants.map((participant) => answered(play, participant, someAnswers(), revision)),
    );
    await moved();
    expect(await heldAt(revision)).toBe(10);
  }
});
