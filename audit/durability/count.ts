import { asc, eq } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { leaves } from "@/db/ballot/schema";
import type { RegistryDatabase } from "@/db/registry/client";
import { releases } from "@/db/registry/schema";
import { canonicalJson, toBase64Url } from "@/domain/anonymity/encoding";
import { leafBytes, type ResponseEntry } from "@/domain/anonymity/response";
import { makeRelease } from "@/domain/disclosure/release";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { addResponse, emptyTally } from "@/domain/tally/tally";
import { sha256 } from "@/server/hashing";
import { receiptRoots } from "@/server/releases/split";

export type Counting = {
  readonly registry: RegistryDatabase;
  readonly ballot: BallotDatabase;
  readonly roundId: string;
  readonly questionnaire: Questionnaire;
};

const leavesOf = (truth: readonly ResponseEntry[]) =>
  truth.flatMap(({ answers, salts }) =>
    Object.entries(answers).map(
      ([itemId, answer]) =>
        `${itemId} ${toBase64Url(sha256(leafBytes(itemId, salts[itemId] ?? "", answer)))}`,
    ),
  );

/**
 * What a closed round says otherwise than these responses, each counted once; empty where its release and its leaves are
 * theirs to the byte.
 */
export async function miscounts(
  { registry, ballot, roundId, questionnaire }: Counting,
  truth: readonly ResponseEntry[],
): Promise<string[]> {
  const [stored] = await registry.select().from(releases).where(eq(releases.roundId, roundId));
  if (stored === undefined) return ["nothing was released"];
  const tally = emptyTally(questionnaire);
  for (const { answers } of truth) addResponse(tally, answers, 1);
  const { participation } = stored.release;
  const due = makeRelease(questionnaire, tally, participation, await receiptRoots(ballot, roundId));
  const rows = await ballot
    .select({ itemId: leaves.itemId, hash: leaves.hash })
    .from(leaves)
    .where(eq(leaves.roundId, roundId))
    .orderBy(asc(leaves.itemId));
  const held = rows.map(({ itemId, hash }) => `${itemId} ${toBase64Url(hash)}`);
  const found: string[] = [];
  if (canonicalJson(stored.release) !== canonicalJson(due)) found.push("the release is another");
  if (held.toSorted().join("\n") !== leavesOf(truth).toSorted().join("\n"))
    found.push("the leaves are others");
  return found;
}
