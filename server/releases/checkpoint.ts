import "server-only";
import { sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import type { RegistryDatabase } from "@/db/registry/client";

/** What PostgreSQL says to a role that may not. */
const FORBIDDEN = "42501";

function isForbidden(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && cause.code === FORBIDDEN;
}

/**
 * Asks for a checkpoint: the write-ahead log from before it, with what has been dropped since, may then be written over.
 * Where the role may not ask, one comes by itself.
 */
export async function askForCheckpoint(db: BallotDatabase | RegistryDatabase): Promise<void> {
  await db.execute(sql`CHECKPOINT`).catch((error: unknown) => {
    if (!isForbidden(error)) throw error;
  });
}
