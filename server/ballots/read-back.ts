import "server-only";
import { sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { fromBase64Url } from "@/domain/anonymity/encoding";
import { type ResponseEntry, readBackBytes } from "@/domain/anonymity/response";
import { Refusal } from "@/domain/refusal";
import { limitOf } from "@/server/limits";
import type { BallotContext } from "./init";
import { fixedRound } from "./rounds";
import { CHALLENGE_LIFE, challengeHolds, signedBy } from "./verification";
import { stageOf } from "./withdrawn";

/** Readings by one key in a minute: far more than a person asks for. */
const withinLimit = limitOf(60, 60);

/** A challenge reads once, so that a request that somebody copied reads nothing. */
const firstUse = limitOf(1, CHALLENGE_LIFE);

/** What the box holds of a key in a round, its newest revision, whether it has moved on from `arrival` or not. */
export async function storedEntry(
  db: BallotDatabase,
  roundId: string,
  key: string,
): Promise<ResponseEntry | null> {
  const { consultationId } = await fixedRound(db, roundId);
  const bytes = Buffer.from(fromBase64Url(key));
  const [row] = await db.execute<Pick<ResponseEntry, "revision" | "answers" | "salts">>(sql`
    SELECT revision, answers, salts FROM response WHERE round_id = ${roundId} AND key = ${bytes}
    UNION ALL
    SELECT revision, answers, salts FROM arrival WHERE round_id = ${roundId} AND key = ${bytes}
    ORDER BY revision DESC LIMIT 1`);
  return row === undefined ? null : { version: 1, consultationId, roundId, key, ...row };
}

/**
 * A participant's own response, for editing, or for copying where the round was withdrawn: only to whoever signs a fresh
 * challenge with its key, once. Throws `challenge_expired`, `credential_invalid`, `too_often`, and `copies_over` once the
 * time for copying a withdrawn round's answers has passed, dropped or not.
 */
export async function readBack(
  { db, now, challengeKey }: BallotContext,
  { roundId, key, challenge, proof }: { roundId: string; key: string; challenge: string; proof: string },
): Promise<{ entry: ResponseEntry | null }> {
  if (!challengeHolds(challengeKey, challenge, roundId, key, now)) throw new Refusal("challenge_expired");
  if (!signedBy(key, readBackBytes(roundId, key, challenge), proof)) throw new Refusal("credential_invalid");
  await withinLimit(key);
  await firstUse(challenge).catch(() => {
    throw new Refusal("challenge_expired");
  });
  const stage = await stageOf(db, roundId);
  if (stage.withdrawn && stage.copiesUntil <= now) throw new Refusal("copies_over");
  return { entry: await storedEntry(db, roundId, key) };
}
