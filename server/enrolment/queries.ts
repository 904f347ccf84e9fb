import "server-only";
import { and, countDistinct, eq, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { invitations, issuance, manifestEntries, seats, wallets } from "@/db/registry/schema";
import { toBase64Url } from "@/domain/anonymity/encoding";
import { Refusal } from "@/domain/refusal";
import { tokenHash, walletPlace } from "./commands";

/** Whose seat a token invites, and whether it has enrolled. Throws `invitation_unknown`. */
export async function invitedSeat(db: RegistryDatabase, token: string) {
  const enrolled = sql<boolean>`EXISTS (SELECT 1 FROM ${issuance}
    WHERE ${issuance.seatId} = ${seats.id} AND ${issuance.generation} = ${seats.generation})`;
  const enrolmentOpen = sql<boolean>`EXISTS (SELECT 1 FROM ${manifestEntries}
    WHERE ${manifestEntries.consultationId} = ${seats.consultationId})`;
  const [seat] = await db
    .select({ consultationId: seats.consultationId, delegation: seats.delegation, enrolled, enrolmentOpen })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .where(eq(invitations.tokenHash, tokenHash(token)));
  if (seat === undefined) throw new Refusal("invitation_unknown");
  return seat;
}

/** The sealed wallet at a locator, base64url, or null. */
export async function walletAt(db: RegistryDatabase, locator: string): Promise<string | null> {
  const [wallet] = await db
    .select({ ciphertext: wallets.ciphertext })
    .from(wallets)
    .where(eq(wallets.locator, walletPlace(locator) ?? new Uint8Array()));
  return wallet === undefined ? null : toBase64Url(wallet.ciphertext);
}

/** How many seats of a consultation there are, and how many have enrolled. Never which of them answered. */
export async function enrolmentOf(
  db: RegistryDatabase,
  consultationId: string,
): Promise<{ seats: number; enrolled: number }> {
  const [counts] = await db
    .select({ seats: countDistinct(seats.id), enrolled: countDistinct(issuance.seatId) })
    .from(seats)
    .leftJoin(issuance, and(eq(issuance.seatId, seats.id), eq(issuance.generation, seats.generation)))
    .where(eq(seats.consultationId, consultationId));
  return counts ?? { seats: 0, enrolled: 0 };
}
