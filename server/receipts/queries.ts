import "server-only";
import { and, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, releases, rounds } from "@/db/registry/schema";
import type { SignedEntry } from "@/domain/anonymity/manifest";
import { parseRelease, type Release } from "@/domain/disclosure/release";
import { promptsOf } from "@/domain/questionnaire/asked";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { Refusal } from "@/domain/refusal";
import { logOf } from "@/server/manifest/queries";
import type { RegistryContext } from "@/server/trpc/init";

type Place = { readonly slug: string; readonly number: number };

async function releasedRound(db: RegistryDatabase, { slug, number }: Place) {
  const [found] = await db
    .select({ round: rounds, released: releases })
    .from(rounds)
    .innerJoin(consultations, eq(consultations.id, rounds.consultationId))
    .leftJoin(releases, eq(releases.roundId, rounds.id))
    .where(and(eq(consultations.slug, slug), eq(rounds.number, number)));
  if (found === undefined) throw new Refusal("not_found");
  const { round, released } = found;
  if (released === null) throw new Refusal("receipts_not_ready");
  return { round, release: parseRelease(released.release), published: released.publishedAt !== null };
}

/**
 * The root of each item's leaves, as the release fixed it. Everybody may read it as soon as the round has been counted,
 * whether or not its hosts ever publish: it tells nothing of any answer, and nobody's leave is needed to look for one's
 * own. How many responses there were is told with the findings; how many answered an item can be counted from its leaves.
 * Throws `not_found`, `receipts_not_ready`.
 */
export async function receiptsOf(db: RegistryDatabase, place: Place) {
  const { round, release, published } = await releasedRound(db, place);
  return {
    roundId: round.id,
    roots: release.roots,
    received: published ? release.participation.received : null,
  };
}

/** All that a check of a published round rests on, in one file that needs nothing of this service to be checked. */
export type RoundRecord = {
  readonly version: 1;
  readonly slug: string;
  readonly round: { readonly id: string; readonly number: number };
  /** The key that signs the manifest: SubjectPublicKeyInfo, DER, base64url. */
  readonly publicKey: string;
  readonly manifest: readonly SignedEntry[];
  readonly questionnaire: Questionnaire;
  readonly release: Release;
  /** Every leaf by item id, base64url, in the order of their hashes. */
  readonly leaves: Readonly<Record<string, readonly string[]>>;
};

/**
 * The record of a round, for everybody once its findings are published, since it holds their figures. Throws `not_found`
 * until then, and `box_unreachable`.
 */
export async function recordOf(
  { db, secrets, ballotBox }: Pick<RegistryContext, "db" | "secrets" | "ballotBox">,
  place: Place,
): Promise<RoundRecord> {
  const { round, release, published } = await releasedRound(db, place);
  if (!published) throw new Refusal("not_found");
  const { publicKey, entries } = await logOf(db, place.slug, secrets);
  const leaves: Record<string, readonly string[]> = {};
  for (const id of promptsOf(round.questionnaire).keys()) leaves[id] = await ballotBox.leaves(round.id, id);
  return {
    version: 1,
    slug: place.slug,
    round: { id: round.id, number: round.number },
    publicKey,
    manifest: entries,
    questionnaire: round.questionnaire,
    release,
    leaves,
  };
}
