import { and, eq, inArray, sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import {
  manifestEntries as boxEntries,
  rounds as boxRounds,
  codings,
  leaves,
  openAnswers,
  themes,
} from "@/db/ballot/schema";
import type { RegistryDatabase } from "@/db/registry/client";
import {
  consultations,
  floorCodings,
  floorNotes,
  issuance,
  manifestEntries,
  releases,
  rounds,
  seats,
  wallets,
  windows,
} from "@/db/registry/schema";
import { audit } from "@/server/audit";
import { filesBesideOf } from "@/server/background-papers/beside";
import type { ObjectStore } from "@/server/background-papers/object-store";
import { dropPartitions, lockRound } from "@/server/ballots/partitions";
import { lockConsultation } from "@/server/consultations/lock";
import { rewriteInFreshOrder } from "@/server/fresh-order";
import { forgetJobsOf } from "@/server/jobs/forgotten";
import { askForCheckpoint } from "@/server/releases/checkpoint";
import { Obstacle } from "./backup/obstacle";

const UNDER_WAY = ["opening", "open", "closing"] as const;

/** Whether a round or window of a consultation is open, or on its way there or back. */
async function isUnderWay(registry: RegistryDatabase, consultationId: string): Promise<boolean> {
  const going = await Promise.all(
    [rounds, windows].map((table) =>
      registry.$count(
        table,
        and(eq(table.consultationId, consultationId), inArray(table.stage, [...UNDER_WAY])),
      ),
    ),
  );
  return going.some((count) => count > 0);
}

const IS_OPEN =
  "One of its rounds or windows is open. Close it first, or say --even-open. Nothing was deleted.";

/** Throws `Obstacle` where a ballot box that is run apart has nothing of this id, or a round that is open. */
export async function refuseInBallot(
  ballot: BallotDatabase,
  consultationId: string,
  evenOpen: boolean,
): Promise<void> {
  const here = eq(boxEntries.consultationId, consultationId);
  if ((await ballot.$count(boxEntries, here)) === 0)
    throw new Obstacle("The ballot box has nothing of this consultation. Look whether the id is right.");
  const going = and(
    eq(boxRounds.consultationId, consultationId),
    inArray(boxRounds.stage, ["open", "closed", "drained", "split"]),
  );
  if (!evenOpen && (await ballot.$count(boxRounds, going)) > 0) throw new Obstacle(IS_OPEN);
}

/**
 * Deletes all that the ballot box has of a consultation, open rounds included, and rewrites the tables that held answers,
 * so that their files do not keep them. Can be done again.
 */
export async function deleteFromBallot(ballot: BallotDatabase, consultationId: string): Promise<void> {
  await ballot.transaction(async (tx) => {
    const held = await tx
      .select({ id: boxRounds.id })
      .from(boxRounds)
      .where(eq(boxRounds.consultationId, consultationId))
      .orderBy(boxRounds.id);
    const ids = held.map(({ id }) => id);
    for (const id of ids) await lockRound(tx, id);
    for (const id of ids) await dropPartitions(tx, id);
    const texts = tx
      .select({ id: openAnswers.id })
      .from(openAnswers)
      .where(inArray(openAnswers.roundId, ids));
    await tx.delete(codings).where(inArray(codings.answerId, texts));
    for (const table of [themes, openAnswers, leaves])
      await tx.delete(table).where(inArray(table.roundId, ids));
    await tx.delete(boxRounds).where(inArray(boxRounds.id, ids));
    await tx.delete(boxEntries).where(eq(boxEntries.consultationId, consultationId));
    for (const table of [codings, themes, openAnswers, leaves]) await rewriteInFreshOrder(tx, sql`${table}`);
  });
  await askForCheckpoint(ballot);
}

/** Deletes the files that papers of a consultation have in a bucket. Throws `Obstacle` where one may still be there. */
async function deleteFromBucket(
  registry: RegistryDatabase,
  objects: ObjectStore | null,
  consultationId: string,
): Promise<void> {
  const files = await filesBesideOf(registry, consultationId);
  if (files.length === 0) return;
  const beside = `${files.length} background ${files.length === 1 ? "paper lies" : "papers lie"} in a bucket`;
  if (objects === null)
    throw new Obstacle(`${beside}. Set the S3_ variables as the registry has them. Nothing was deleted.`);
  for (const fileId of files)
    await objects.remove(fileId).catch(() => {
      throw new Obstacle(
        `${beside}, which did not let go of each. Do this again once it answers; until then the consultation stands, with papers missing.`,
      );
    });
}

/**
 * Deletes all that the registry has of a consultation, its log of acts included; that it was deleted stands in the log of
 * acts of no consultation, by its address and title. Papers that came to a bucket meanwhile go as well.
 */
async function deleteFromRegistry(
  registry: RegistryDatabase,
  objects: ObjectStore | null,
  consultationId: string,
  now: Date,
): Promise<void> {
  await registry.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    await deleteFromBucket(tx, objects, consultationId);
    await forgetJobsOf(tx, consultationId);
    const here = tx.select({ id: rounds.id }).from(rounds).where(eq(rounds.consultationId, consultationId));
    const placed = tx.select({ id: seats.id }).from(seats).where(eq(seats.consultationId, consultationId));
    await tx.delete(issuance).where(inArray(issuance.seatId, placed));
    await tx.delete(wallets).where(eq(wallets.consultationId, consultationId));
    await tx.delete(releases).where(inArray(releases.roundId, here));
    await tx.delete(manifestEntries).where(eq(manifestEntries.consultationId, consultationId));
    const [gone] = await tx.delete(consultations).where(eq(consultations.id, consultationId)).returning();
    if (gone === undefined) return;
    const detail = { slug: gone.slug, title: gone.title };
    await audit(tx, { consultationId: null, personId: null, act: "consultation deleted", detail, at: now });
    for (const table of [issuance, wallets, floorCodings, floorNotes])
      await rewriteInFreshOrder(tx, sql`${table}`);
  });
}

/** What is to be deleted, as it is confirmed: by its address and exact title. */
type Named = { readonly slug: string; readonly title: string; readonly evenOpen: boolean };

type Places = {
  readonly registry: RegistryDatabase;
  readonly ballot: BallotDatabase;
  /** The bucket that files are kept in; null where none is named. */
  readonly objects: ObjectStore | null;
};

/** Deletes a consultation from both databases, and its files from a bucket. Throws `Obstacle`, with no row deleted. */
export async function deleteConsultation(
  { registry, ballot, objects }: Places,
  { slug, title, evenOpen }: Named,
  now: Date,
): Promise<void> {
  const [found] = await registry.select().from(consultations).where(eq(consultations.slug, slug));
  if (found === undefined) throw new Obstacle(`There is no consultation at ${slug}.`);
  if (found.title !== title)
    throw new Obstacle(`The consultation at ${slug} has another title. Nothing was deleted.`);
  if (!evenOpen && (await isUnderWay(registry, found.id))) throw new Obstacle(IS_OPEN);
  await deleteFromBucket(registry, objects, found.id);
  // The ballot first: should this be cut short, the registry still knows what to delete.
  await deleteFromBallot(ballot, found.id);
  await deleteFromRegistry(registry, objects, found.id, now);
}
