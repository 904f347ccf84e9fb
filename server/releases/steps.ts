import "server-only";
import { and, count, countDistinct, eq, isNotNull, sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import type { RegistryDatabase } from "@/db/registry/client";
import { issuance, manifestEntries, roundKeys, seats } from "@/db/registry/schema";
import type { Participation } from "@/domain/disclosure/participation";
import type { BallotBox } from "@/server/conduct/box";
import { pushManifest } from "@/server/conduct/push";
import { forgetPrivateKey, shuffleEnrolment } from "@/server/enrolment/commands";
import { hasEnded } from "@/server/enrolment/ended";
import { deleteWallets } from "@/server/enrolment/wallets";
import { rewriteInFreshOrder } from "@/server/fresh-order";
import type { RegistrySecrets } from "@/server/manifest/keys";
import { drain, drop, split } from "./split";

/** What closing needs: both databases, who asks, the time, the signing key, and the way to the box. */
export type Closing = {
  readonly registry: RegistryDatabase;
  readonly ballot: BallotDatabase;
  readonly personId: string | null;
  readonly now: Date;
  readonly secrets: RegistrySecrets;
  readonly ballotBox: BallotBox;
};

/** A step of closing what a key is for, a round or a window. Each can be done again without harm. */
export type Step = (closing: Closing, consultationId: string, roundId: string) => Promise<void>;

/** The box stops taking answers, and says so. */
const stopBox: Step = ({ registry, ballotBox }, consultationId) =>
  pushManifest(registry, consultationId, ballotBox);

/** Deletes what could still tell signatures apart, and the key that made them; with the last key the wallets. */
const forget: Step = async ({ registry }, consultationId, roundId) => {
  await registry
    .update(issuance)
    .set({ blinded: null, signature: null })
    .where(and(eq(issuance.roundId, roundId), isNotNull(issuance.blinded)));
  await registry.update(roundKeys).set({ wrappedPrivateKey: null }).where(eq(roundKeys.roundId, roundId));
  forgetPrivateKey(roundId);
  // The row before the update held the key; it goes with the table's old file.
  await registry.transaction((tx) => rewriteInFreshOrder(tx, sql`${roundKeys}`));
  // Where every key has been used, nothing is left to keep wallets for, whether or not hosts declare the end.
  if (await hasEnded(registry, consultationId)) await deleteWallets(registry, consultationId);
  await shuffleEnrolment(registry);
};

/** What is the same for whatever closes: before it is counted, and after. */
export const BEFORE_COUNTING: readonly Step[] = [
  stopBox,
  ({ ballot }, _, roundId) => drain(ballot, roundId),
  ({ ballot }, _, roundId) => split(ballot, roundId),
];
export const AFTER_COUNTING: readonly Step[] = [({ ballot }, _, roundId) => drop(ballot, roundId), forget];

/**
 * Seats invited and whether some are of one delegation, seats with a credential for the round, and how many credentials were issued in the place of earlier
 * ones, which stay valid. A seat that was allowed new ones and did not fetch them has replaced none.
 */
export async function participationOf(
  registry: RegistryDatabase,
  consultationId: string,
  roundId: string,
): Promise<Participation> {
  const [panel] = await registry
    .select({ invited: count(), delegations: countDistinct(seats.delegation) })
    .from(seats)
    .where(eq(seats.consultationId, consultationId));
  const [credentials] = await registry
    .select({
      issued: countDistinct(issuance.seatId),
      all: count(),
    })
    .from(issuance)
    .where(eq(issuance.roundId, roundId));
  const { issued, all } = credentials ?? { issued: 0, all: 0 };
  const { invited, delegations } = panel ?? { invited: 0, delegations: 0 };
  return { invited, issued, replaced: all - issued, ...(delegations < invited && { severalSeats: true }) };
}

/** When the manifest says that a round or window closed. */
export async function closedAtOf(
  registry: RegistryDatabase,
  consultationId: string,
  roundId: string,
): Promise<Date> {
  const [entry] = await registry
    .select({ closedAt: sql<string>`${manifestEntries.payload}::jsonb -> 'act' ->> 'closedAt'` })
    .from(manifestEntries)
    .where(
      and(
        eq(manifestEntries.consultationId, consultationId),
        sql`${manifestEntries.payload}::jsonb -> 'act' ->> 'kind' IN ('roundClosed', 'windowClosed')`,
        sql`${manifestEntries.payload}::jsonb -> 'act' ->> 'roundId' = ${roundId}`,
      ),
    );
  if (entry === undefined) throw new Error("the close is not in the manifest");
  return new Date(entry.closedAt);
}
