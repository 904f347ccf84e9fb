import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { leaves, openAnswers, rounds } from "@/db/ballot/schema";
import { type Bytes, toHex } from "@/domain/anonymity/encoding";
import { merkleRoot } from "@/domain/anonymity/merkle";
import { leafBytes } from "@/domain/anonymity/response";
import { drainArrivals } from "@/server/ballots/mover";
import { dropPartitions, lockRound } from "@/server/ballots/partitions";
import { sha256, sha256Later } from "@/server/hashing";
import { askForCheckpoint } from "./checkpoint";
import { responsesOf } from "./responses";

/** Rows sent to the database at once. */
const BATCH = 500;

type Stage = "closed" | "drained" | "split" | "dropped";

/** Does one step of the close in the ballot, once: the round must stand at `from`, and stands at `to` afterwards. */
async function step(
  db: BallotDatabase,
  roundId: string,
  from: Stage,
  to: Stage,
  act: (tx: BallotDatabase) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockRound(tx, roundId);
    const [round] = await tx.select({ stage: rounds.stage }).from(rounds).where(eq(rounds.id, roundId));
    if (round?.stage !== from) return;
    await act(tx);
    await tx.update(rounds).set({ stage: to }).where(eq(rounds.id, roundId));
  });
}

/** Moves what still waits in `arrival`, however few. */
export function drain(db: BallotDatabase, roundId: string): Promise<void> {
  return step(db, roundId, "closed", "drained", (tx) => drainArrivals(tx, roundId));
}

/** Splits each response into a leaf per answer and its open answers, each shuffled, joined to nothing. */
export function split(db: BallotDatabase, roundId: string): Promise<void> {
  return step(db, roundId, "drained", "split", async (tx) => {
    await tx.execute(sql`CREATE TEMP TABLE split_leaf (item_id text, hash bytea) ON COMMIT DROP`);
    await tx.execute(
      sql`CREATE TEMP TABLE split_text (item_id text, consent consent, text text) ON COMMIT DROP`,
    );
    let waiting: Piece[] = [];
    for await (const { answers, salts } of responsesOf(tx, roundId)) {
      for (const [itemId, answer] of Object.entries(answers)) {
        const hash = sha256(leafBytes(itemId, salts[itemId] ?? "", answer));
        const text = answer.kind === "text" ? { consent: answer.consent, text: answer.text } : null;
        waiting.push({ itemId, hash, text });
      }
      if (waiting.length >= BATCH) {
        await setAside(tx, waiting);
        waiting = [];
      }
    }
    await setAside(tx, waiting);
    // Whoever chose the same salt and answer as another has the same leaf; that must keep nobody's round from closing.
    await tx.execute(sql`INSERT INTO ${leaves} (round_id, item_id, hash)
      SELECT ${roundId}::uuid, item_id, hash FROM split_leaf ORDER BY gen_random_uuid()
      ON CONFLICT DO NOTHING`);
    await tx.execute(sql`INSERT INTO ${openAnswers} (round_id, item_id, consent, text)
      SELECT ${roundId}::uuid, item_id, consent, text FROM split_text ORDER BY gen_random_uuid()`);
  });
}

type Piece = {
  readonly itemId: string;
  readonly hash: Bytes;
  readonly text: { readonly consent: string; readonly text: string } | null;
};

async function setAside(tx: BallotDatabase, pieces: readonly Piece[]): Promise<void> {
  if (pieces.length === 0) return;
  const rows = pieces.map(({ itemId, hash }) => sql`(${itemId}, ${Buffer.from(hash)}::bytea)`);
  await tx.execute(sql`INSERT INTO split_leaf VALUES ${sql.join(rows, sql`, `)}`);
  const texts = pieces.flatMap(({ itemId, text }) =>
    text === null ? [] : [sql`(${itemId}, ${text.consent}::consent, ${text.text})`],
  );
  if (texts.length > 0) await tx.execute(sql`INSERT INTO split_text VALUES ${sql.join(texts, sql`, `)}`);
}

/** The root of each item's tree of leaves, in hexadecimal; leaves stand in the order of their hashes. */
export async function receiptRoots(db: BallotDatabase, roundId: string): Promise<Record<string, string>> {
  const rows = await db
    .select({ itemId: leaves.itemId, hash: leaves.hash })
    .from(leaves)
    .where(eq(leaves.roundId, roundId))
    .orderBy(asc(leaves.itemId), asc(leaves.hash));
  const byItem = Map.groupBy(rows, ({ itemId }) => itemId);
  const roots: Record<string, string> = {};
  for (const [itemId, held] of byItem) {
    const root = await merkleRoot(
      held.map(({ hash }) => new Uint8Array(hash)),
      sha256Later,
    );
    roots[itemId] = toHex(root);
  }
  return roots;
}

/** Drops the round's responses; only its leaves and open answers remain. */
export async function drop(db: BallotDatabase, roundId: string): Promise<void> {
  await step(db, roundId, "split", "dropped", (tx) => dropPartitions(tx, roundId));
  await askForCheckpoint(db);
}
