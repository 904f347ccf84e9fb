import "server-only";
import { sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { lockRound, partition } from "./partitions";

/** Responses move from `arrival` in batches of at least this many, so that a batch's order says nothing of its ten. */
export const BATCH = 10;

/**
 * Moves what has arrived into `response` in shuffled order, and truncates the partition it came from. In a transaction
 * that holds the round exclusively.
 */
export async function drainArrivals(tx: BallotDatabase, roundId: string): Promise<void> {
  await tx.execute(sql`
    INSERT INTO response (round_id, key, revision, answers, salts)
    SELECT round_id, key, revision, answers, salts FROM arrival WHERE round_id = ${roundId}
    ORDER BY gen_random_uuid()
    ON CONFLICT (round_id, key) DO UPDATE
      SET revision = excluded.revision, answers = excluded.answers, salts = excluded.salts`);
  await tx.execute(sql`TRUNCATE ${partition("arrival", roundId)}`);
}

const moving = new Set<string>();

/** Moves a full batch, unless another request of this process is at it: it will take these along, or the next will. */
export async function moveArrivals(db: BallotDatabase, roundId: string): Promise<void> {
  if (moving.has(roundId)) return;
  moving.add(roundId);
  try {
    await db.transaction(async (tx) => {
      await lockRound(tx, roundId, "exclusive");
      const [found] = await tx.execute<{ waiting: string; stage: string }>(sql`
        SELECT stage, (SELECT count(*) FROM arrival WHERE round_id = ${roundId}) AS waiting
        FROM round WHERE id = ${roundId}`);
      if (found?.stage === "open" && Number(found.waiting) >= BATCH) await drainArrivals(tx, roundId);
    });
  } finally {
    moving.delete(roundId);
  }
}
