import "server-only";
import { eq, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { invitations, issuance, seats } from "@/db/registry/schema";
import { type Actor, may } from "@/domain/consultation/access";
import { type PlacedSeat, readSeats, rowsOfSeveral } from "@/domain/consultation/seat";
import { seatName } from "@/domain/consultation/seat-name";
import { sentenceOfIssue } from "@/server/words";

/** The seats of a panel by delegation and place. */
export async function placedSeats(db: RegistryDatabase, consultationId: string): Promise<PlacedSeat[]> {
  return db
    .select({ delegation: seats.delegation, place: seats.place })
    .from(seats)
    .where(eq(seats.consultationId, consultationId));
}

/**
 * The panel, by name: whether a link has been made for each seat, and whether it has enrolled. When it enrolled is not
 * known, and neither is whether it has answered.
 */
export async function panelOf(db: RegistryDatabase, consultationId: string, actor: Actor) {
  const invited = sql<boolean>`EXISTS (SELECT 1 FROM ${invitations} WHERE ${invitations.seatId} = ${seats.id})`;
  const enrolled = sql<boolean>`EXISTS (SELECT 1 FROM ${issuance}
    WHERE ${issuance.seatId} = ${seats.id} AND ${issuance.generation} = ${seats.generation})`;
  const rows = await db
    .select({
      id: seats.id,
      delegation: seats.delegation,
      place: seats.place,
      kind: seats.kind,
      regionalGroup: seats.regionalGroup,
      invited,
      enrolled,
    })
    .from(seats)
    .where(eq(seats.consultationId, consultationId))
    .orderBy(seats.delegation, seats.place);
  const byName = rows.sort((one, other) => one.delegation.localeCompare(other.delegation, "en"));
  return {
    /** What whoever asks may do here; pages leave out the rest, procedures refuse it. */
    mine: { invite: may(actor, "invite", consultationId) },
    seats: byName.map((seat) => ({ ...seat, name: seatName(seat) })),
  };
}

/**
 * What a text would change on the panel, row by row, and what stands in its way, in sentences. Nothing is written, and
 * nothing is told of addresses that were given before.
 */
export async function previewSeats(db: RegistryDatabase, consultationId: string, text: string) {
  const { rows, issue } = readSeats(text, await placedSeats(db, consultationId));
  const several = rowsOfSeveral(rows).map(({ delegation, seats: count }) => ({
    name: delegation?.name ?? "",
    count,
  }));
  return {
    issue: issue && sentenceOfIssue(issue),
    rows: rows.map((row) => ({
      ...row,
      issue: row.issue && sentenceOfIssue(row.issue),
      note: row.note && sentenceOfIssue(row.note),
    })),
    /** Delegations that would have several seats. */
    several,
  };
}
