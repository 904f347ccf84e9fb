import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { manifestEntries, rounds } from "@/db/ballot/schema";
import { fromBase64Url, toBase64Url } from "@/domain/anonymity/encoding";
import {
  type Manifest,
  type ManifestAct,
  type ManifestEntry,
  manifestSignatureBytes,
  readManifest,
  type SignedEntry,
  type VerifySignature,
} from "@/domain/anonymity/manifest";
import { type Questionnaire, questionnaireIssues } from "@/domain/questionnaire/questionnaire";
import { Refusal } from "@/domain/refusal";
import { windowQuestionnaire } from "@/domain/window/questionnaire";
import { questionnaireHash, sha256Later, verifierOf } from "@/server/hashing";
import type { BallotContext } from "./init";
import { createPartitions, lockRound } from "./partitions";
import { manifestEntrySchema } from "./shapes";
import { withdraw } from "./withdrawn";

type Opening = Extract<ManifestAct, { kind: "roundOpened" | "windowOpened" }>;

/** Makes ready for answers. Throws `malformed_request` for a questionnaire that is not the one that was signed. */
async function open(
  tx: BallotDatabase,
  { keys, consultationId }: Manifest,
  { roundId, questionnaireHash: asSigned, opensAt, closesAt }: Opening,
  questionnaire: Questionnaire | null,
): Promise<void> {
  const key = keys.find((one) => one.roundId === roundId);
  const isSigned = questionnaire !== null && questionnaireHash(questionnaire) === asSigned;
  if (key === undefined || !isSigned || questionnaireIssues(questionnaire).length > 0)
    throw new Refusal("malformed_request");
  await tx.insert(rounds).values({
    id: roundId,
    consultationId,
    publicKey: fromBase64Url(key.publicKey),
    questionnaire,
    opensAt: new Date(opensAt),
    closesAt: new Date(closesAt),
  });
  await createPartitions(tx, roundId);
}

/** Does what an entry says. To the box a window is a round that asks the one questionnaire of windows. */
async function applied(
  tx: BallotDatabase,
  manifest: Manifest,
  { act }: ManifestEntry,
  questionnaire: Questionnaire | null,
): Promise<void> {
  switch (act.kind) {
    case "enrolmentOpened":
      return;
    case "roundOpened":
      return open(tx, manifest, act, questionnaire);
    case "windowOpened":
      return open(tx, manifest, act, windowQuestionnaire);
    case "roundExtended":
      await tx
        .update(rounds)
        .set({ closesAt: new Date(act.closesAt) })
        .where(and(eq(rounds.id, act.roundId), eq(rounds.stage, "open")));
      return;
    case "roundClosed":
    case "windowClosed":
      // Every write that holds the round finishes first; none begins after.
      await lockRound(tx, act.roundId);
      await tx
        .update(rounds)
        .set({ stage: "closed" })
        .where(and(eq(rounds.id, act.roundId), eq(rounds.stage, "open")));
      return;
    case "roundWithdrawn":
      return withdraw(tx, act.roundId, new Date(act.copiesUntil));
  }
}

/** The value that a text writes down, or null where it is none. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function signedByTheRegistry(
  { payload, signature }: SignedEntry,
  verify: VerifySignature,
): Promise<ManifestEntry> {
  if (!(await verify(fromBase64Url(signature), manifestSignatureBytes(payload))))
    throw new Refusal("manifest_broken", { why: "signature" });
  const { success } = manifestEntrySchema.safeParse(jsonIn(payload));
  if (!success) throw new Refusal("manifest_broken", { why: "shape" });
  // The registry's signature stands over this text, and its shape is as far as the box acts upon it.
  return JSON.parse(payload) as ManifestEntry;
}

/**
 * Takes an entry of the manifest as the registry pushes it: checks its signature and that it continues what the box
 * knows, and does what it says. The same entry again succeeds; another at its place is refused.
 */
export async function acceptEntry(
  { db, manifestPublicKey }: BallotContext,
  pushed: SignedEntry,
  questionnaire: Questionnaire | null,
): Promise<{ position: number }> {
  const verify = verifierOf(manifestPublicKey);
  const entry = await signedByTheRegistry(pushed, verify);
  return db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('manifest', 0))`);
    const known = await tx
      .select()
      .from(manifestEntries)
      .where(eq(manifestEntries.consultationId, entry.consultationId))
      .orderBy(asc(manifestEntries.position));
    const before = known[entry.position - 1];
    if (before !== undefined) {
      if (before.payload !== pushed.payload) throw new Refusal("manifest_broken", { why: "another entry" });
      return { position: entry.position };
    }
    const log = known.map(({ payload, signature }) => ({ payload, signature: toBase64Url(signature) }));
    const manifest = await readManifest([...log, pushed], sha256Later, verify);
    await tx.insert(manifestEntries).values({
      consultationId: entry.consultationId,
      position: entry.position,
      payload: pushed.payload,
      hash: fromBase64Url(manifest.head),
      signature: fromBase64Url(pushed.signature),
    });
    await applied(tx, manifest, entry, questionnaire);
    return { position: entry.position };
  });
}
