import "server-only";
import { eq, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { invitations, issuance, seats } from "@/db/registry/schema";
import { type Actor, may } from "@/domain/consultation/access";
import { readSeats } from "@/domain/consultation/seat";
import { sentenceOfIssue } from "@/server/words";

/** The names that have a seat. */
export async function seatedDelegations(db: RegistryDatabase, consultationId: string): Promise<string[]> {
  const rows = await db
    .select({ delegation: seats.delegation })
    .from(seats)
    .where(eq(seats.consultationId, consultationId));
  return rows.map(({ delegation }) => delegation);
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
      kind: seats.kind,
      regionalGroup: seats.regionalGroup,
      invited,
      enrolled,
    })
    .from(seats)
    .where(eq(seats.consultationId, consultationId))
    .orderBy(seats.delegation, seats.place);
  return {
    /** What whoever asks may do here; pages leave out the rest, procedures refuse it. */
    mine: { invite: may(actor, "invite", consultationId) },
    seats: rows.sort((one, other) => one.delegation.localeCompare(other.delegation, "en")),
  };
}

/** What a text would add to the panel, row by row with what is wrong, in sentences. Nothing is written. */
export async function previewSeats(db: RegistryDatabase, consultationId: string, text: string) {
  const { rows, issue } = readSeats(text, await seatedDelegations(db, consultationId));
  return {
    issue: issue && sentenceOfIssue(issue),
    rows: rows.map((row) => ({ ...row, issue: row.issue && sentenceOfIssue(row.issue) })),
  };
}
