import "server-only";
import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { z } from "zod";
import type { RegistryDatabase } from "@/db/registry/client";
import { bossOver, type QueueName } from "@/db/registry/jobs";

/** A queue of the registry with what its jobs carry: ids alone. It is made where its name stands, in `db/registry/jobs.ts`. */
export type Queue<Data extends object> = { readonly name: QueueName; readonly data: z.ZodType<Data> };

/** A job to be done. */
export type Job<Data extends object> = {
  readonly data: Data;
  /** Not before this moment, by the clock of the database; at once if not named. */
  readonly startAfter?: Date;
};

/** Queues jobs inside a transaction of the registry: they are there once it commits, and were never if it does not. */
export async function sendJobs<Data extends object>(
  tx: RegistryDatabase,
  queue: Queue<Data>,
  jobs: readonly Job<Data>[],
): Promise<void> {
  const boss = bossOver({ db: fromDrizzle(tx, sql), migrate: false, supervise: false, schedule: false });
  await boss.start();
  try {
    await boss.insert(queue.name, [...jobs]);
  } finally {
    await boss.stop({ graceful: false });
  }
}
