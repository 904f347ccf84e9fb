import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, expect, inject, it } from "vitest";
import { connectBallot } from "@/db/connect";
import { askForCheckpoint } from "@/server/releases/checkpoint";
import { closeRound } from "@/server/releases/close";
import { ballotDatabase, newDatabase, registryDatabase } from "@/tests/support/databases";
import { openRound } from "@/tests/support/open-round";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const url = await newDatabase("ballotCluster");
const admin = postgres(`${inject("ballotCluster")}postgres`, { max: 1, onnotice: () => undefined });
const plain = `plain_${randomUUID().replaceAll("-", "")}`;
afterAll(async () => {
  await admin.unsafe(`DROP ROLE ${plain}`);
  await admin.end();
});

/** From where in the write-ahead log PostgreSQL would start anew, and where it writes now. */
async function places() {
  const [row] = await ballot.execute<{ start: string; end: string }>(
    sql`SELECT redo_lsn AS start, pg_current_wal_lsn() AS end FROM pg_control_checkpoint()`,
  );
  if (row === undefined) throw new Error("PostgreSQL does not say");
  return row;
}

it("[A231] what the write-ahead log has of a round may be written over once it has closed", async () => {
  const play = await openRound(registry, ballot, 10);
  const { clock, secrets, ballotBox, consultationId, roundId } = play;
  const { end } = await places();
  const closing = { registry, ballot, personId: null, now: clock.now, secrets, ballotBox };
  await closeRound(closing, consultationId, roundId);
  const [found] = await ballot.execute<{ passed: boolean }>(
    sql`SELECT ${(await places()).start}::pg_lsn > ${end}::pg_lsn AS passed`,
  );
  expect(found?.passed).toBe(true);
}, 60_000);

it("[A231] a role that may not ask for it closes all the same", async () => {
  await admin.unsafe(`CREATE ROLE ${plain} LOGIN PASSWORD 'of-nobody'`);
  const asPlain = new URL(url);
  asPlain.username = plain;
  asPlain.password = "of-nobody";
  const { db, end } = connectBallot(asPlain.href);
  await expect(db.execute(sql`CHECKPOINT`)).rejects.toThrow();
  await expect(askForCheckpoint(db)).resolves.toBeUndefined();
  await end();
});
