import { sql } from "drizzle-orm";
import { connectRegistry } from "@/db/connect";
import { backups } from "@/db/registry/schema";
import type { Side } from "./header";

/** Notes in the registry at `url` that these databases were backed up now, for hosts' page of the instance's status. */
export async function noteTaken(url: string, sides: readonly Side[]): Promise<void> {
  const { db, end } = connectRegistry(url);
  const takenAt = new Date();
  const rows = sides.map((side) => ({ side, takenAt }));
  await db
    .insert(backups)
    .values(rows)
    .onConflictDoUpdate({ target: backups.side, set: { takenAt: sql`excluded.taken_at` } })
    .finally(end);
}
