import "server-only";
import { sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { rewriteInFreshOrder } from "@/server/fresh-order";
import { lockRound, partition } from "./partitions";

/** Responses move from `arrival` in batches of at least this many. */
export const BATCH = 10;
/** After each move the mover rests so many times as long as it took: a move holds up everyone who is answering. */
const REST = 9;

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

const movers = new Map<string, { again: boolean }>();

/**
 * Moves a full batch. While this process moves or rests, what arrives in the round only waits: the move after the rest
 * takes it along.
 */
export async function moveArrivals(db: BallotDatabase, roundId: string): Promise<void> {
  const atWork = movers.get(roundId);
  if (atWork !== undefined) {
    atWork.again = true;
    return;
  }
  const mover = { again: false };
  movers.set(roundId, mover);
  const before = performance.now();
  try {
    await moveBatch(db, roundId);
  } finally {
    const rested = () => {
      movers.delete(roundId);
      // Nobody waits for this move; should it fail, the next arrival tries again.
      if (mover.again) moveArrivals(db, roundId).catch(() => undefined);
    };
    setTimeout(rested, REST * (performance.now() - before)).unref();
  }
}
