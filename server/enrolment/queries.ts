import "server-only";
import { and, countDistinct, eq, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { invitations, issuance, manifestEntries, seats } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import { tokenHash } from "./commands";
import { hasEnded } from "./ended";

/**
 * Whose seat a token invites, whether it has enrolled, and whether it replaces a lost code. Throws `invitation_unknown`,
 * and `consultation_ended` where there is nothing left to enrol for.
 */
export async function invitedSeat(db: RegistryDatabase, token: string) {
  const enrolled = sql<boolean>`EXISTS (SELECT 1 FROM ${issuance}
    WHERE ${issuance.seatId} = ${seats.id} AND ${issuance.generation} = ${seats.generation})`;
  const enrolmentOpen = sql<boolean>`EXISTS (SELECT 1 FROM ${manifestEntries}
    WHERE ${manifestEntries.consultationId} = ${seats.consultationId})`;
  const replacing = sql<boolean>`${seats.generation} > 0`;
  const { consultationId, delegation } = seats;
  const [seat] = await db
    .select({ consultationId, delegation, enrolled, enrolmentOpen, replacing })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .where(eq(invitations.tokenHash, tokenHash(token)));
  if (seat === undefined) throw new Refusal("invitation_unknown");
  if (await hasEnded(db, seat.consultationId)) throw new Refusal("consultation_ended");
  return seat;
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
