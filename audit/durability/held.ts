import { sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { toBase64Url } from "@/domain/anonymity/encoding";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import type { Held } from "./ledger";

type Row = {
  readonly key: Uint8Array;
  readonly revision: number;
  readonly answers: Answers;
  readonly salts: Held["salts"];
};

/** What the box holds of a round, the newest revision of each key, asked of its database and not of the product. */
export async function heldIn(ballot: BallotDatabase, roundId: string): Promise<Held[]> {
  const rows = await ballot.execute<Row>(sql`
    SELECT DISTINCT ON (key) key, revision, answers, salts FROM (
      SELECT key, revision, answers, salts FROM response WHERE round_id = ${roundId}
      UNION ALL
      SELECT key, revision, answers, salts FROM arrival WHERE round_id = ${roundId}
    ) AS held ORDER BY key, revision DESC`);
  return rows.map(({ key, ...row }) => ({ ...row, key: toBase64Url(key) }));
}
