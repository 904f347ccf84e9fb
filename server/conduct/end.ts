import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { issuance, replacements, roundKeys, rounds, seats, windows } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { endingObstacle } from "@/domain/consultation/ending";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { forgetPrivateKey, lockSigning, shuffleEnrolment } from "@/server/enrolment/commands";
import { hasEnded } from "@/server/enrolment/ended";
import { deleteWallets } from "@/server/enrolment/wallets";
import { rewriteInFreshOrder } from "@/server/fresh-order";

type Setting = { readonly actor: Actor; readonly now: Date };

/** Destroys what could still sign, and all that told signatures apart. */
async function destroyKeys(tx: RegistryDatabase, consultationId: string): Promise<void> {
  const ids = tx
    .select({ roundId: roundKeys.roundId })
    .from(roundKeys)
    .where(eq(roundKeys.consultationId, consultationId));
  await tx.update(issuance).set({ blinded: null, signature: null }).where(inArray(issuance.roundId, ids));
  await tx
    .update(roundKeys)
    .set({ wrappedPrivateKey: null })
    .where(eq(roundKeys.consultationId, consultationId));
  const here = tx.select({ id: seats.id }).from(seats).where(eq(seats.consultationId, consultationId));
  await tx.delete(replacements).where(inArray(replacements.seatId, here));
}

/**
 * Ends a consultation whose rounds and windows have all closed: no round can be added and no window opened from then on, nobody can enrol, and the keys
 * that were never used and every wallet are deleted. Before that nobody can say which round is the last, and a wallet may
 * be all that a participant has. Repeated, it finishes what was cut short. Throws `rounds_not_over`, `window_not_over`.
 */
export async function endConsultation(
  db: RegistryDatabase,
  consultationId: string,
  { actor, now }: Setting,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    await lockSigning(tx, consultationId, "exclusive");
    if (await hasEnded(tx, consultationId)) return;
    const planned = await tx
      .select({ stage: rounds.stage })
      .from(rounds)
      .where(eq(rounds.consultationId, consultationId));
    const opened = await tx
      .select({ stage: windows.stage })
      .from(windows)
      .where(eq(windows.consultationId, consultationId));
    const obstacle = endingObstacle(planned, opened);
    if (obstacle !== null) throw new Refusal(obstacle);
    await destroyKeys(tx, consultationId);
    const personId = actor.personId;
    await audit(tx, { consultationId, personId, act: "consultation ended", detail: {}, at: now });
  });
  const keys = await db
    .select({ roundId: roundKeys.roundId })
    .from(roundKeys)
    .where(eq(roundKeys.consultationId, consultationId));
  for (const { roundId } of keys) forgetPrivateKey(roundId);
  // Rows before these updates held keys and signatures; they go with the tables' old files.
  await db.transaction((tx) => rewriteInFreshOrder(tx, sql`${roundKeys}`));
  await deleteWallets(db, consultationId);
  await shuffleEnrolment(db);
}
