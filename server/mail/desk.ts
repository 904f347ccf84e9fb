import "server-only";
import { and, count, eq, inArray, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import {
  deliveries,
  issuance,
  mailings,
  rounds,
  scheduledMail,
  seatAddresses,
  seats,
} from "@/db/registry/schema";
import { seatName } from "@/domain/consultation/seat-name";
import { SCHEDULED, scheduledAt } from "@/domain/mail/schedule";
import { withSharing } from "@/domain/mail/shared";
import { noticesNow } from "./notices";

/** How far mail has come, per state. */
type Progress = Readonly<Record<"waiting" | "sent" | "failed" | "bounced", number>>;

/** The number of each state among these counts. */
function progressOf(counts: readonly { readonly state: keyof Progress; readonly count: number }[]): Progress {
  const of = (state: keyof Progress) => counts.find((row) => row.state === state)?.count ?? 0;
  return { waiting: of("waiting"), sent: of("sent"), failed: of("failed"), bounced: of("bounced") };
}

async function seatsOf(db: RegistryDatabase, consultationId: string) {
  const enrolled = sql<boolean>`EXISTS (SELECT 1 FROM ${issuance}
    WHERE ${issuance.seatId} = ${seats.id} AND ${issuance.generation} = ${seats.generation})`;
  const rows = await db
    .select({ id: seats.id, delegation: seats.delegation, place: seats.place, enrolled })
    .from(seats)
    .where(eq(seats.consultationId, consultationId));
  const addresses = await db
    .select({ seatId: seatAddresses.seatId, address: seatAddresses.address })
    .from(seatAddresses)
    .innerJoin(seats, eq(seats.id, seatAddresses.seatId))
    .where(eq(seats.consultationId, consultationId))
    .orderBy(seatAddresses.address);
  const bySeat = Map.groupBy(addresses, ({ seatId }) => seatId);
  const invitations = await db
    .select({ seatId: deliveries.seatId, state: deliveries.state, said: deliveries.said })
    .from(deliveries)
    .innerJoin(mailings, eq(mailings.id, deliveries.mailingId))
    .where(and(eq(mailings.consultationId, consultationId), eq(mailings.kind, "invitation")));
  const invited = new Map(invitations.map(({ seatId, ...invitation }) => [seatId, invitation]));
  const byName = rows.toSorted(
    (one, other) => one.delegation.localeCompare(other.delegation, "en") || one.place - other.place,
  );
  return withSharing(
    byName.map((seat) => ({
      ...seat,
      name: seatName(seat),
      addresses: (bySeat.get(seat.id) ?? []).map(({ address }) => address),
      /** The last invitation by mail; a seat that has enrolled needs none. */
      invitation: seat.enrolled ? null : (invited.get(seat.id) ?? null),
    })),
  );
}

/** The notices sent so far, the newest first, with what became of them. */
async function noticesOf(db: RegistryDatabase, consultationId: string) {
  const made = await db
    .select({
      id: mailings.id,
      kind: mailings.kind,
      madeAt: mailings.madeAt,
      number: rounds.number,
      timeZone: rounds.timeZone,
    })
    .from(mailings)
    .leftJoin(rounds, eq(rounds.id, mailings.roundId))
    .where(and(eq(mailings.consultationId, consultationId), sql`${mailings.kind} <> 'invitation'`))
    .orderBy(sql`${mailings.madeAt} DESC`);
  const ids = made.map(({ id }) => id);
  const counts = await db
    .select({ mailingId: deliveries.mailingId, state: deliveries.state, count: count() })
    .from(deliveries)
    .where(inArray(deliveries.mailingId, ids))
    .groupBy(deliveries.mailingId, deliveries.state);
  const troubles = await db
    .select({
      mailingId: deliveries.mailingId,
      seatId: deliveries.seatId,
      delegation: seats.delegation,
      place: seats.place,
      said: deliveries.said,
    })
    .from(deliveries)
    .innerJoin(seats, eq(seats.id, deliveries.seatId))
    .where(and(inArray(deliveries.mailingId, ids), inArray(deliveries.state, ["failed", "bounced"])));
  return made.map(({ madeAt, ...notice }) => ({
    ...notice,
    madeAt: madeAt?.toISOString() ?? "",
    progress: progressOf(counts.filter(({ mailingId }) => mailingId === notice.id)),
    troubles: troubles
      .filter(({ mailingId }) => mailingId === notice.id)
      .map(({ seatId, said, ...seat }) => ({ seatId, said, name: seatName(seat) })),
  }));
}

/** What goes out by the clock before the close of each round that has not closed. */
async function scheduleOf(db: RegistryDatabase, consultationId: string, now: Date) {
  const rows = await db
    .select({ round: rounds, plan: scheduledMail })
    .from(rounds)
    .leftJoin(scheduledMail, eq(scheduledMail.roundId, rounds.id))
    .where(
      and(eq(rounds.consultationId, consultationId), inArray(rounds.stage, ["draft", "opening", "open"])),
    )
    .orderBy(rounds.number);
  return rows.map(({ round: { id, number, closesAt, timeZone }, plan }) => ({
    roundId: id,
    number,
    timeZone,
    closesAt: closesAt.toISOString(),
    mails: SCHEDULED.map((kind) => {
      const at = scheduledAt(kind, closesAt, timeZone);
      return { kind, at: at.toISOString(), passed: at <= now, wanted: plan?.[kind] ?? false };
    }),
  }));
}

/** Everything about mail, for hosts alone: addresses, invitations, notices, and what is to go out by the clock. */
export async function mailDesk(db: RegistryDatabase, consultationId: string, now: Date) {
  const [panel, notices, schedule, sendable] = await Promise.all([
    seatsOf(db, consultationId),
    noticesOf(db, consultationId),
    scheduleOf(db, consultationId, now),
    noticesNow(db, consultationId),
  ]);
  return { seats: panel, notices, schedule, sendable };
}
