import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { roomSteps } from "@/db/registry/schema";
import { tellRoom } from "./notify";

type Withdrawn = {
  readonly consultationId: string;
  /** Under its next id, which its steps follow. */
  readonly roundId: string;
};

/**
 * Has nothing come of the steps that opened a round, asked and closed it, once it is withdrawn: a session that is at one of
 * them would open it again as soon as it can be, corrected or not. Within the lock of the consultation.
 */
export async function leaveWithdrawn(
  tx: RegistryDatabase,
  { consultationId, roundId }: Withdrawn,
): Promise<void> {
  await tx
    .update(roomSteps)
    .set({ refused: "room_round_withdrawn" })
    .where(
      and(
        eq(roomSteps.roundId, roundId),
        isNull(roomSteps.refused),
        eq(roomSteps.undone, false),
        // Whoever ended the session has ended it all the same.
        sql`${roomSteps.step} ->> 'kind' <> 'end'`,
      ),
    );
  await tellRoom(tx, consultationId);
}
