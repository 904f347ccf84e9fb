import "server-only";
import { and, countDistinct, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { RegistryDatabase } from "@/db/registry/client";
import { invitations, issuance, manifestEntries, seats } from "@/db/registry/schema";
import { REGIONAL_GROUPS } from "@/domain/consultation/delegations-member-states";
import type { PanelSize, SeatCount } from "@/domain/consultation/prospect";
import { Refusal } from "@/domain/refusal";
import { sum } from "@/domain/tally/counts";
import { tokenHash } from "./commands";
import { hasEnded } from "./ended";

/**
 * Whose seat a token invites, and which of several; whether it has enrolled, and whether it replaces a lost code. Throws `invitation_unknown`,
 * and `consultation_ended` where there is nothing left to enrol for.
 */
export async function invitedSeat(db: RegistryDatabase, token: string) {
  const enrolled = sql<boolean>`EXISTS (SELECT 1 FROM ${issuance}
    WHERE ${issuance.seatId} = ${seats.id} AND ${issuance.generation} = ${seats.generation})`;
  const enrolmentOpen = sql<boolean>`EXISTS (SELECT 1 FROM ${manifestEntries}
    WHERE ${manifestEntries.consultationId} = ${seats.consultationId})`;
  const replacing = sql<boolean>`${seats.generation} > 0`;
  const others = alias(seats, "others");
  const several = sql<boolean>`EXISTS (SELECT 1 FROM ${seats} AS ${sql.identifier("others")}
    WHERE ${others.consultationId} = ${seats.consultationId} AND ${others.delegation} = ${seats.delegation}
    AND ${others.id} <> ${seats.id})`;
  const { consultationId, delegation, place } = seats;
  const [seat] = await db
    .select({ consultationId, delegation, place, several, enrolled, enrolmentOpen, replacing })
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
  const { invited, enrolled } = await panelSizeOf(db, consultationId);
  return { seats: invited.seats, enrolled: enrolled.seats };
}

/** The same, of each regional group too. */
export async function panelSizeOf(db: RegistryDatabase, consultationId: string): Promise<PanelSize> {
  const rows = await db
    .select({
      group: seats.regionalGroup,
      invited: countDistinct(seats.id),
      enrolled: countDistinct(issuance.seatId),
    })
    .from(seats)
    .leftJoin(issuance, and(eq(issuance.seatId, seats.id), eq(issuance.generation, seats.generation)))
    .where(eq(seats.consultationId, consultationId))
    .groupBy(seats.regionalGroup);
  const countOf = (which: "invited" | "enrolled"): SeatCount => ({
    seats: sum(rows.map((row) => row[which])),
    byGroup: Object.fromEntries(
      REGIONAL_GROUPS.flatMap((name) =>
        rows.flatMap((row) => (row.group === name ? [[name, row[which]] as const] : [])),
      ),
    ),
  });
  return { invited: countOf("invited"), enrolled: countOf("enrolled") };
}
