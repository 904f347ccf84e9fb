import "server-only";
import { eq, sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { arrivals } from "@/db/ballot/schema";
import { rewriteInFreshOrder } from "@/server/fresh-order";
import { lockRound, partition } from "./partitions";

/** Responses move from `arrival` in batches of at least this many. */
const BATCH = 10;
/** After each move the mover rests so many times as long as it took: a move holds up everyone who is answering. */
const REST = 9;
/** In milliseconds. A move may have waited for others; that is no reason to rest for minutes. */
const LONGEST_REST = 10_000;

/**
 * Moves what has arrived into `response` and rewrites all of the round's responses in an order drawn anew, so that
 * neither batches nor earlier revisions can be told; then truncates what it came from. In a transaction that holds the
 * round exclusively.
 */
export async function drainArrivals(tx: BallotDatabase, roundId: string): Promise<void> {
  const [arrival, response] = [partition("arrival", roundId), partition("response", roundId)];
  const newest = sql`
    SELECT round_id, key, revision, answers, salts FROM ${arrival}
    UNION ALL
    SELECT round_id, key, revision, answers, salts FROM ${response} AS before
    WHERE NOT EXISTS (SELECT FROM ${arrival} AS later WHERE later.key = before.key)`;
  await rewriteInFreshOrder(tx, response, newest);
  await tx.execute(sql`TRUNCATE ${arrival}`);
}

async function moveBatch(db: BallotDatabase, roundId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await lockRound(tx, roundId);
    const [found] = await tx.execute<{ waiting: string; stage: string }>(sql`
      SELECT stage, (SELECT count(*) FROM arrival WHERE round_id = ${roundId}) AS waiting
      FROM round WHERE id = ${roundId}`);
    if (found?.stage === "open" && Number(found.waiting) >= BATCH) await drainArrivals(tx, roundId);
  });
}

/** The rounds in which this process moves or rests, and whether something arrived meanwhile. */
const movers = new Map<string, { again: boolean }>();

/** Whether a mover is at work in the round, which then takes along what has arrived. */
function takenAlong(roundId: string): boolean {
  const mover = movers.get(roundId);
  if (mover !== undefined) mover.again = true;
  return mover !== undefined;
}

async function moveAndRest(db: BallotDatabase, roundId: string): Promise<void> {
  const mover = { again: false };
  movers.set(roundId, mover);
  const before = performance.now();
  const moved = await moveBatch(db, roundId).then(
    () => true,
    () => false,
  );
  const rest = moved ? REST * (performance.now() - before) : LONGEST_REST;
  const rested = () => {
    movers.delete(roundId);
    if (mover.again || !moved) void moveAndRest(db, roundId);
  };
  setTimeout(rested, Math.min(rest, LONGEST_REST)).unref();
}

/**
 * Moves a full batch. To be called once an arrival is committed: of several at the same time the last to count sees them
 * all. While this process moves or rests, what arrives in the round waits for the move after the rest. Never fails: what
 * has arrived is safe where it is, a move that failed is tried again, and a count that failed is made by the next arrival.
 */
export async function moveArrivals(db: BallotDatabase, roundId: string): Promise<void> {
  if (takenAlong(roundId)) return;
  const waiting = await db.$count(arrivals, eq(arrivals.roundId, roundId)).catch(() => 0);
  if (waiting >= BATCH && !takenAlong(roundId)) await moveAndRest(db, roundId);
}
