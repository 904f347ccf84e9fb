import "server-only";
import { z } from "zod";
import type { RegistryDatabase } from "@/db/registry/client";
import { type Queue, sendJobs } from "@/server/jobs/queue";

/** At which consultation the clock is to look; at all where none is named. What is due then it finds out itself. */
type Look = { readonly consultationId?: string | undefined };

export const clockQueue: Queue<Look> = {
  name: "clock",
  data: z.object({ consultationId: z.uuid().optional() }),
};

/**
 * Has the clock look at a consultation at this moment, once the transaction commits. It is a call to look and no order:
 * one that comes late, twice or after the time was changed finds nothing to do, and one that is lost is made up for by the
 * look at everything that is taken every minute.
 */
export function wakeAt(tx: RegistryDatabase, consultationId: string, at: Date): Promise<void> {
  return sendJobs(tx, clockQueue, [{ data: { consultationId }, startAfter: at }]);
}
