import "server-only";
import { sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";

/**
 * Holds seats until the transaction ends; who else wants one of them waits. By name and not by row: PostgreSQL notes in
 * a row who last locked it, and that would keep the order in which seats enrolled.
 */
export async function holdSeats(tx: RegistryDatabase, seatIds: readonly string[]): Promise<void> {
  // In one order for all, so that two who hold several never wait for one another.
  for (const id of [...seatIds].sort())
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`seat ${id}`}, 0))`);
}
