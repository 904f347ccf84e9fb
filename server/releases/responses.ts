import "server-only";
import { sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import type { Answers } from "@/domain/questionnaire/questionnaire";

export type StoredResponse = { readonly answers: Answers; readonly salts: Readonly<Record<string, string>> };

/** Rows held in memory at once. */
const PAGE = 1_000;

/** Every response of a round, page by page in the order of their keys, which are random and say nothing. */
export async function* responsesOf(db: BallotDatabase, roundId: string): AsyncGenerator<StoredResponse> {
  let after: Uint8Array = Buffer.alloc(0);
  for (;;) {
    const page = await db.execute<StoredResponse & { key: Uint8Array }>(sql`
      SELECT key, answers, salts FROM response
      WHERE round_id = ${roundId} AND key > ${after} ORDER BY key LIMIT ${PAGE}`);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.key;
  }
}
