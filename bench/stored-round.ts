import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { answersOf } from "@/bin/simulation/positions";
import type { BallotDatabase } from "@/db/ballot/client";
import { createPartitions } from "@/server/ballots/partitions";
import { countingQuestionnaire } from "./counting-questionnaire";

/** Responses that differ in what they answer; stored responses repeat them in turn, each under a key of its own. */
const DISTINCT = 2_000;
/** Rows sent to the database at once. */
const BATCH = 500;

type Made = { readonly answers: string; readonly salts: string };

/** Answers as the simulation gives them, and a salt for each, in the form in which the box stores them. */
function madeUp(index: number): Made {
  const answers = answersOf(countingQuestionnaire, { seed: "bench", participant: String(index), round: 1 });
  const salts = Object.keys(answers).map((itemId) => [itemId, randomBytes(16).toString("base64url")]);
  return { answers: JSON.stringify(answers), salts: JSON.stringify(Object.fromEntries(salts)) };
}

/** A round of its own in the ballot database, empty, that grows to any number of stored responses. */
export async function storedRound(db: BallotDatabase) {
  const roundId = randomUUID();
  const made = Array.from({ length: DISTINCT }, (_, index) => madeUp(index));
  let stored = 0;
  await db.transaction((tx) => createPartitions(tx, roundId));
  const growTo = async (rows: number) => {
    await db.transaction(async (tx) => {
      await tx.execute(
        sql`CREATE TEMP TABLE made (number integer PRIMARY KEY, answers jsonb, salts jsonb) ON COMMIT DROP`,
      );
      for (let first = 0; first < DISTINCT; first += BATCH) {
        const batch = made
          .slice(first, first + BATCH)
          .map(({ answers, salts }, index) => sql`(${first + index}, ${answers}::jsonb, ${salts}::jsonb)`);
        await tx.execute(sql`INSERT INTO made VALUES ${sql.join(batch, sql`, `)}`);
      }
      await tx.execute(sql`
        INSERT INTO response (round_id, key, revision, answers, salts)
        SELECT ${roundId}::uuid, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 1, answers, salts
        FROM generate_series(${stored}::integer, ${rows - 1}::integer) AS place
        JOIN made ON made.number = place % ${DISTINCT}::integer`);
    });
    stored = rows;
    // What was just written goes to disk now, and not while it is counted.
    await db.execute(sql`CHECKPOINT`);
  };
  return { roundId, growTo };
}
