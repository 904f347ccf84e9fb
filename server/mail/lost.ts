import "server-only";
import { sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { deliveries } from "@/db/registry/schema";
import { words } from "@/server/words";
import { mailQueue } from "./queue";

/**
 * A mail that waits without a job, as after processes were killed over and over amid it or a backup was restored, is said to
 * have failed, so that hosts can send it again.
 */
export async function settleLost(db: RegistryDatabase): Promise<void> {
  await db.execute(sql`
    UPDATE ${deliveries} SET state = 'failed', said = ${words("mailing.lost")}
    WHERE state = 'waiting' AND NOT EXISTS (
      SELECT 1 FROM pgboss.job
      WHERE name = ${mailQueue.name} AND state IN ('created', 'retry', 'active')
        AND data ->> 'mailingId' = ${deliveries.mailingId}::text AND data ->> 'seatId' = ${deliveries.seatId}::text)`);
}
