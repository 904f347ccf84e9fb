import "server-only";
import { sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";

/** The channel on which processes tell one another that something of a consultation's session may have changed. */
export const ROOM_CHANNEL = "room";

/** Has every process that follows a session of this consultation read it again, once the transaction commits. */
export async function tellRoom(tx: RegistryDatabase, consultationId: string): Promise<void> {
  await tx.execute(sql`SELECT pg_notify(${ROOM_CHANNEL}, ${consultationId})`);
}
