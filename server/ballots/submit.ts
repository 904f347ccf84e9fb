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
import { moveArrivals } from "./mover";
import { storedEntry } from "./read-back";
import { fixedRound } from "./rounds";
import { credentialHolds, responseIsSigned } from "./verification";
import { stageOf } from "./withdrawn";

/** Responses of one key in a minute: far more than a person sends. */
const withinLimit = limitOf(60, 60);

/** Places a response where the round takes it, which `place_response` of the ballot database tells in one statement. */
async function place(
  db: BallotDatabase,
  { roundId, key, revision, answers, salts }: ResponseEntry,
  now: Date,
) {
  const [outcome] = await db
    .select({
      /** Whether the round takes answers now, or does not yet. */
      accepting: sql<boolean>`accepting`,
      early: sql<boolean>`early`,
      placed: sql<boolean>`placed`,
    })
    .from(
      sql`place_response(${roundId}, ${Buffer.from(fromBase64Url(key))}, ${revision}, ${JSON.stringify(answers)},
        ${JSON.stringify(salts)}, ${now.toISOString()})`,
    )
    .prepare("place_response")
    .execute();
  if (outcome === undefined) throw new Error("place_response said nothing");
  return outcome;
}

/**
 * Takes a response: verifies its credential and signature, checks every answer, and stores it. A higher revision
 * replaces the one before; the same revision with the same content succeeds again, since its reply may have been lost.
 * Throws `credential_invalid`, `too_often`, `answers_to_mend` with what to mend, `round_not_yet_open`, `round_closed`, `round_withdrawn`,
 * `revision_older`.
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
  await withinLimit(entry.key);
  const issues = responseIssues(round.questionnaire, entry.answers);
  if (issues.length > 0)
    throw new Refusal("answers_to_mend", { issues: [...new Set(issues.map(sentenceOfIssue))].join(" ") });
  if (Object.keys(entry.answers).sort().join() !== Object.keys(entry.salts).sort().join())
    throw new Refusal("malformed_request");

  const { accepting, early, placed } = await place(db, entry, now);
  const receipt = toBase64Url(sha256(receiptBytes(entry)));
  if (placed) {
    await moveArrivals(db, entry.roundId);
    return { receipt };
  }
  const stored = await storedEntry(db, entry.roundId, entry.key);
  if (stored !== null && canonicalJson(stored) === canonicalJson(entry)) return { receipt };
  if (accepting) throw new Refusal("revision_older");
  if (early) throw new Refusal("round_not_yet_open");
  throw new Refusal((await stageOf(db, entry.roundId)).withdrawn ? "round_withdrawn" : "round_closed");
}
