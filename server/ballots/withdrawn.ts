import "server-only";
import { and, eq, inArray, lte } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { rounds } from "@/db/ballot/schema";
import { drainArrivals } from "./mover";
import { dropPartitions, lockRound } from "./partitions";

type WithdrawnStage =
  | { readonly withdrawn: false }
  | { readonly withdrawn: true; readonly copiesUntil: Date };

/** Whether a round was withdrawn, and until when its answers can then be read back. */
export async function stageOf(db: BallotDatabase, roundId: string): Promise<WithdrawnStage> {
  const [round] = await db
    .select({ copiesUntil: rounds.copiesUntil })
    .from(rounds)
    .where(and(eq(rounds.id, roundId), inArray(rounds.stage, ["withdrawn", "discarded"])));
  return round?.copiesUntil ? { withdrawn: true, copiesUntil: round.copiesUntil } : { withdrawn: false };
}

/**
 * Takes no more answers in a round that is withdrawn. What is in stays for its authors to copy; what waits in `arrival`
 * moves on, so that nothing stays for days in the order in which it came.
 */
export async function withdraw(tx: BallotDatabase, roundId: string, copiesUntil: Date): Promise<void> {
  await lockRound(tx, roundId);
  const [withdrawn] = await tx
    .update(rounds)
    .set({ stage: "withdrawn", copiesUntil })
    .where(and(eq(rounds.id, roundId), eq(rounds.stage, "open")))
    .returning({ id: rounds.id });
  if (withdrawn !== undefined) await drainArrivals(tx, roundId);
}

/**
 * Drops the answers of a withdrawn round whose time for copying has passed, and says whether they are gone: not while the
 * box has not heard that the round was withdrawn. Repeated, it does nothing more.
 */
export async function discard(db: BallotDatabase, roundId: string, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockRound(tx, roundId);
    const due = and(eq(rounds.id, roundId), eq(rounds.stage, "withdrawn"), lte(rounds.copiesUntil, now));
    const [discarded] = await tx
      .update(rounds)
      .set({ stage: "discarded" })
      .where(due)
      .returning({ id: rounds.id });
    if (discarded !== undefined) await dropPartitions(tx, roundId);
    return (await tx.$count(rounds, and(eq(rounds.id, roundId), eq(rounds.stage, "discarded")))) > 0;
  });
}
