import "server-only";
import { sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { canonicalJson, fromBase64Url, toBase64Url } from "@/domain/anonymity/encoding";
import { type Credential, type ResponseEntry, receiptBytes } from "@/domain/anonymity/response";
import { responseIssues } from "@/domain/questionnaire/questionnaire";
import { Refusal } from "@/domain/refusal";
import { sha256 } from "@/server/hashing";
import { limitOf } from "@/server/limits";
import { sentenceOfIssue } from "@/server/words";
import type { BallotContext } from "./init";
import { BATCH, moveArrivals } from "./mover";
import { lockRound } from "./partitions";
import { storedEntry } from "./read-back";
import { fixedRound } from "./rounds";
import { credentialHolds, responseIsSigned } from "./verification";

/** Responses of one key in a minute: far more than a person sends. */
const withinLimit = limitOf(60, 60_000);

type Outcome = {
  /** Whether the round takes answers now, or does not yet. */
  readonly accepting: boolean;
  readonly early: boolean;
  readonly placed: boolean;
  readonly waiting: number;
};

async function place(db: BallotDatabase, entry: ResponseEntry, now: Date): Promise<Outcome> {
  const { roundId, revision } = entry;
  const key = Buffer.from(fromBase64Url(entry.key));
  return db.transaction(async (tx) => {
    await lockRound(tx, roundId, "shared");
    const at = now.toISOString();
    const [outcome] = await tx.execute<Omit<Outcome, "waiting"> & { waiting: string }>(sql`
      WITH accepting AS (
        SELECT id FROM round
        WHERE id = ${roundId} AND stage = 'open' AND opens_at <= ${at} AND closes_at > ${at}
      ), held AS (
        SELECT revision FROM response WHERE round_id = ${roundId} AND key = ${key}
      ), placed AS (
        INSERT INTO arrival (round_id, key, revision, answers, salts)
        SELECT id, ${key}, ${revision}, ${JSON.stringify(entry.answers)}::jsonb, ${JSON.stringify(entry.salts)}::jsonb
        FROM accepting WHERE NOT EXISTS (SELECT FROM held WHERE held.revision >= ${revision})
        ON CONFLICT (round_id, key) DO UPDATE
          SET revision = excluded.revision, answers = excluded.answers, salts = excluded.salts
          WHERE arrival.revision < excluded.revision
        RETURNING 1
      )
      SELECT EXISTS (SELECT FROM accepting) AS accepting, EXISTS (SELECT FROM placed) AS placed,
        EXISTS (SELECT FROM round WHERE id = ${roundId} AND opens_at > ${at}) AS early,
        (SELECT count(*) FROM arrival WHERE round_id = ${roundId}) AS waiting`);
    return {
      accepting: outcome?.accepting ?? false,
      early: outcome?.early ?? false,
      placed: outcome?.placed ?? false,
      waiting: Number(outcome?.waiting ?? 0) + 1,
    };
  });
}

/**
 * Takes a response: verifies its credential and signature, checks every answer, and stores it. A higher revision
 * replaces the one before; the same revision with the same content succeeds again, since its reply may have been lost.
 * Throws `credential_invalid`, `too_often`, `answers_to_mend` with what to mend, `round_not_yet_open`, `round_closed`, `revision_older`.
 */
export async function submitResponse(
  { db, now }: BallotContext,
  entry: ResponseEntry,
  credential: Credential,
  proof: string,
): Promise<{ receipt: string }> {
  const round = await fixedRound(db, entry.roundId);
  const genuine =
    entry.consultationId === round.consultationId &&
    responseIsSigned(entry, credential, proof) &&
    credentialHolds(round.publicKey, entry, credential);
  if (!genuine) throw new Refusal("credential_invalid");
  withinLimit(entry.key, now);
  const issues = responseIssues(round.questionnaire, entry.answers);
  if (issues.length > 0)
    throw new Refusal("answers_to_mend", { issues: [...new Set(issues.map(sentenceOfIssue))].join(" ") });
  if (Object.keys(entry.answers).sort().join() !== Object.keys(entry.salts).sort().join())
    throw new Refusal("malformed_request");

  const { accepting, early, placed, waiting } = await place(db, entry, now);
  const receipt = toBase64Url(sha256(receiptBytes(entry)));
  if (placed) {
    if (waiting >= BATCH) await moveArrivals(db, entry.roundId);
    return { receipt };
  }
  const stored = await storedEntry(db, entry.roundId, entry.key);
  if (stored !== null && canonicalJson(stored) === canonicalJson(entry)) return { receipt };
  if (accepting) throw new Refusal("revision_older");
  throw new Refusal(early ? "round_not_yet_open" : "round_closed");
}
