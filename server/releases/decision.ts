import "server-only";
import { eq, sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { rounds } from "@/db/ballot/schema";
import { ENOUGH_RESPONSES } from "@/domain/consultation/clock";
import { lockRound } from "@/server/ballots/partitions";

/**
 * Whether fewer than ten responses are in, of a round that by the box too closes by this moment; null where the box says
 * otherwise, or has gone further. Whoever was taken in time is waited for. The number itself leaves the database
 * neither here nor anywhere before the release.
 */
export function fewerThanEnough(db: BallotDatabase, roundId: string, closing: Date): Promise<boolean | null> {
  return db.transaction(async (tx) => {
    await lockRound(tx, roundId);
    const [round] = await tx
      .select({ stage: rounds.stage, closesAt: rounds.closesAt })
      .from(rounds)
      .where(eq(rounds.id, roundId));
    if (round?.stage !== "open" || round.closesAt > closing) return null;
    const [found] = await tx.execute<{ few: boolean }>(sql`
      SELECT count(*) < ${ENOUGH_RESPONSES} AS few FROM (
        SELECT key FROM arrival WHERE round_id = ${roundId}
        UNION SELECT key FROM response WHERE round_id = ${roundId} LIMIT ${ENOUGH_RESPONSES}) AS keys`);
    return found?.few ?? null;
  });
}
