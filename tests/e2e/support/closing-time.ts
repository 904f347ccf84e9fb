import { sql } from "drizzle-orm";
import { connectBallot, connectRegistry } from "@/db/connect";

/**
 * Lets the closing time of a round come now, on both sides, with the one extension below ten responses spent: the rounds
 * of these tests have few participants, and nobody waits for days. Whoever asks afterwards closes it, or the clock does.
 */
export async function closingTimeHasCome(roundId: string): Promise<void> {
  const [registry, ballot] = [
    connectRegistry(process.env.DATABASE_URL ?? ""),
    connectBallot(process.env.BALLOT_DATABASE_URL ?? ""),
  ];
  const closesAt = new Date().toISOString();
  await ballot.db.execute(sql`UPDATE round SET closes_at = ${closesAt} WHERE id = ${roundId}`);
  await registry.db.execute(
    sql`UPDATE rounds SET closes_at = ${closesAt}, extended_by_rule = true WHERE id = ${roundId}`,
  );
  await Promise.all([registry.end(), ballot.end()]);
}
