import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { RegistryDatabase } from "@/db/registry/client";
import { deliveries } from "@/db/registry/schema";
import type { MailIdentity } from "@/domain/mail/message-id";
import { type Queue, sendJobs } from "@/server/jobs/queue";

/** One mail to one seat. What it says, its link and its addresses are found as it is sent. */
export const mailQueue: Queue<MailIdentity> = {
  name: "mail",
  data: z.object({ mailingId: z.uuid(), seatId: z.uuid(), sending: z.uuid() }),
};

/** Queues a mail of a mailing to each of these seats. `sending` is drawn anew for each time that somebody sends. */
export async function queueMail(
  tx: RegistryDatabase,
  mailingId: string,
  seatIds: readonly string[],
  sending: string,
): Promise<void> {
  await tx
    .insert(deliveries)
    .values(seatIds.map((seatId) => ({ mailingId, seatId, state: "waiting" as const, sending })))
    .onConflictDoUpdate({
      target: [deliveries.mailingId, deliveries.seatId],
      set: { state: sql`excluded.state`, sending: sql`excluded.sending`, said: null },
    });
  await sendJobs(
    tx,
    mailQueue,
    seatIds.map((seatId) => ({ data: { mailingId, seatId, sending } })),
  );
}
