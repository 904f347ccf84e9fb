import "server-only";
import { and, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { backgroundPapers, rounds } from "@/db/registry/schema";
import type { ObjectStore } from "./object-store";

/** Names of the files that lie beside the database for papers of these rounds. */
async function filesBeside(db: RegistryDatabase, ofRounds: SQL): Promise<string[]> {
  const found = await db
    .select({ fileId: backgroundPapers.fileId })
    .from(backgroundPapers)
    .where(
      and(
        eq(backgroundPapers.place, "objects"),
        isNotNull(backgroundPapers.fileId),
        inArray(backgroundPapers.roundId, db.select({ id: rounds.id }).from(rounds).where(ofRounds)),
      ),
    );
  return found.map(({ fileId }) => fileId).filter((fileId) => fileId !== null);
}

export const filesBesideOfRound = (db: RegistryDatabase, roundId: string): Promise<string[]> =>
  filesBeside(db, eq(rounds.id, roundId));

export const filesBesideOf = (db: RegistryDatabase, consultationId: string): Promise<string[]> =>
  filesBeside(db, eq(rounds.consultationId, consultationId));

/**
 * Deletes files beside the database that nothing names any more; those within it went with their rows. What the store
 * refuses is not told to whoever removed the paper: nobody reaches the file any more.
 */
export async function forgetFiles(objects: ObjectStore | null, fileIds: readonly string[]): Promise<void> {
  for (const fileId of fileIds) await objects?.remove(fileId).catch(() => undefined);
}
