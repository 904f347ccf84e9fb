import "server-only";
import { and, eq, lt } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { rounds } from "@/db/registry/schema";
import { issuesBeforeOpening } from "@/domain/consultation/round";
import type { Issue } from "@/domain/issue";
import { audit } from "@/server/audit";
import { type Conducting, openRound } from "@/server/conduct/commands";
import { situationOf } from "@/server/conduct/situation";
import { enrolmentOf } from "@/server/enrolment/queries";
import { recorded } from "@/server/rounds/commands";

type Round = { readonly consultationId: string; readonly roundId: string };

/** Hours that a session may take: a round that it opens does not close by its plan before they are over. */
const LONGEST_SESSION = 3;

/** Before when a round that a session opens does not close by its plan. */
export const leastClose = (now: Date): Date => new Date(now.getTime() + LONGEST_SESSION * 3_600_000);

/** Everything that keeps a session from opening a round now, its closing time aside, which the session sets forward. */
export async function issuesInRoom(
  db: RegistryDatabase,
  round: typeof rounds.$inferSelect,
  now: Date,
): Promise<Issue[]> {
  const { consultationId, id: roundId } = round;
  const panel = await enrolmentOf(db, consultationId);
  const { situation } = await situationOf(db, { consultationId, roundId }, { panel, now });
  return issuesBeforeOpening({ ...round, closesAt: leastClose(now) }, situation);
}

/** Sets the planned close of a draft forward where it would cut the session short; the log says so. */
async function setCloseForward(
  { db, now, actor }: Conducting,
  { consultationId, roundId }: Round,
): Promise<void> {
  const closesAt = leastClose(now);
  await db.transaction(async (tx) => {
    const [moved] = await tx
      .update(rounds)
      .set({ closesAt })
      .where(
        and(
          eq(rounds.id, roundId),
          eq(rounds.consultationId, consultationId),
          eq(rounds.stage, "draft"),
          lt(rounds.closesAt, closesAt),
        ),
      )
      .returning();
    if (moved === undefined) return;
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "round replanned",
      detail: { number: moved.number, ...recorded(moved) },
      at: now,
    });
  });
}

/** Opens a round for a session, by whoever took the step. Throws what `openRound` throws. */
export async function openInRoom(context: Conducting, round: Round): Promise<void> {
  await setCloseForward(context, round);
  await openRound(context, round.consultationId, round.roundId);
}
