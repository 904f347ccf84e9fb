import "server-only";
import { sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { rewriteInFreshOrder } from "@/server/fresh-order";
import { lockRound, partition } from "./partitions";

/** Responses move from `arrival` in batches of at least this many. */
export const BATCH = 10;
/** In a large round a batch is at least this share of all, so that rewriting stays a small multiple of what arrives. */
const SHARE = 1 / 50;

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

const moving = new Set<string>();

/** Moves a full batch, unless another request of this process is at it: it will take these along, or the next will. */
export async function moveArrivals(db: BallotDatabase, roundId: string): Promise<void> {
  if (moving.has(roundId)) return;
  moving.add(roundId);
  try {
    await db.transaction(async (tx) => {
      await lockRound(tx, roundId);
      const [found] = await tx.execute<{ waiting: string; moved: string; stage: string }>(sql`
        SELECT stage, (SELECT count(*) FROM arrival WHERE round_id = ${roundId}) AS waiting,
          (SELECT count(*) FROM response WHERE round_id = ${roundId}) AS moved
        FROM round WHERE id = ${roundId}`);
      const least = Math.max(BATCH, Number(found?.moved) * SHARE);
      if (found?.stage === "open" && Number(found.waiting) >= least) await drainArrivals(tx, roundId);
    });
  } finally {
    moving.delete(roundId);
  }
}
