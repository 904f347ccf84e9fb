import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { rounds } from "@/db/ballot/schema";
import type { Answers, Questionnaire } from "@/domain/questionnaire/questionnaire";
import { addResponse, emptyTally, type Tally } from "@/domain/tally/tally";
import { lockRound, partition } from "@/server/ballots/partitions";

export type StoredResponse = { readonly answers: Answers; readonly salts: Readonly<Record<string, string>> };

/** Rows fetched at once. Three pages are in memory at most: the one that is read, and two that come meanwhile. */
const PAGE = 1_000;

/**
 * These columns of every response of a round, once each, as of one moment, in the order of the table: it is drawn anew
 * with every move and says nothing, and any other would fetch each row from somewhere else. The database prepares the
 * next pages while one is read. In a transaction; to be read to the end.
 */
async function* pagesOf<Row extends Record<string, unknown>>(
  tx: BallotDatabase,
  roundId: string,
  columns: SQL,
) {
  await tx.execute(
    sql`DECLARE round_responses NO SCROLL CURSOR FOR SELECT ${columns} FROM ${partition("response", roundId)}`,
  );
  const fetched = () => {
    const page = tx.execute<Row>(sql`FETCH ${sql.raw(String(PAGE))} FROM round_responses`).execute();
    // A failure is told where the page is awaited, which nobody does any more once the reader has failed.
    page.catch(() => undefined);
    return page;
  };
  let [next, afterNext] = [fetched(), fetched()];
  for (;;) {
    const page = await next;
    [next, afterNext] = [afterNext, fetched()];
    yield page;
    if (page.length < PAGE) break;
  }
  await tx.execute(sql`CLOSE round_responses`);
}

// JSON is fetched as text and parsed row by row, so that each row is forgotten before the next. All of it passed
// `responseIssues` and the box's shapes before it was stored.
const parsedAnswers = (json: string) => JSON.parse(json) as Answers;
const parsedSalts = (json: string) => JSON.parse(json) as StoredResponse["salts"];

/** Every response of a round, in an order that says nothing. In a transaction; to be read to the end. */
export async function* responsesOf(tx: BallotDatabase, roundId: string): AsyncGenerator<StoredResponse> {
  const columns = sql`answers::text AS answers, salts::text AS salts`;
  for await (const page of pagesOf<{ answers: string; salts: string }>(tx, roundId, columns))
    for (const { answers, salts } of page)
      yield { answers: parsedAnswers(answers), salts: parsedSalts(salts) };
}

/**
 * Counts every response of a round once, in the memory of a few pages however many there are; null where another close
 * has counted and dropped them meanwhile.
 */
export function tallyOf(
  db: BallotDatabase,
  roundId: string,
  questionnaire: Questionnaire,
): Promise<Tally | null> {
  return db.transaction(
    async (tx) => {
      await lockRound(tx, roundId);
      const [round] = await tx.select({ stage: rounds.stage }).from(rounds).where(eq(rounds.id, roundId));
      if (round?.stage === "dropped") return null;
      const tally = emptyTally(questionnaire);
      for await (const page of pagesOf<{ answers: string }>(tx, roundId, sql`answers::text AS answers`))
        for (const { answers } of page) addResponse(tally, parsedAnswers(answers), 1);
      return tally;
    },
    { accessMode: "read only" },
  );
}
