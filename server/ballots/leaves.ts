import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { leaves, rounds } from "@/db/ballot/schema";
import { toBase64Url } from "@/domain/anonymity/encoding";
import { Refusal } from "@/domain/refusal";
import type { BallotContext } from "./init";

/**
 * Every leaf of one item, in base64url and in the order of their hashes: the same for whoever asks. There is no way to ask
 * for one, which would tell whose it is. Throws `receipts_not_ready` until the round's answers have been split.
 */
export async function leavesOf(
  { db }: BallotContext,
  { roundId, itemId }: { readonly roundId: string; readonly itemId: string },
): Promise<{ leaves: string[] }> {
  const [split] = await db
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(eq(rounds.id, roundId), inArray(rounds.stage, ["split", "dropped"])));
  if (split === undefined) throw new Refusal("receipts_not_ready");
  const held = await db
    .select({ hash: leaves.hash })
    .from(leaves)
    .where(and(eq(leaves.roundId, roundId), eq(leaves.itemId, itemId)))
    .orderBy(asc(leaves.hash));
  return { leaves: held.map(({ hash }) => toBase64Url(hash)) };
}
