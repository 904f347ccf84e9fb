import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { issuance, seats } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { REGIONAL_GROUPS } from "@/domain/consultation/delegations-member-states";
import { KNOWN_DELEGATIONS } from "@/domain/consultation/known-delegations";
import { type NewSeat, readSeats, rowsOfSeveral } from "@/domain/consultation/seat";
import { MOST_SEATS_OF_ONE } from "@/domain/consultation/seat-cells";
import { seatName } from "@/domain/consultation/seat-name";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { holdSeats } from "@/server/enrolment/seat-lock";
import { sentenceOfIssue } from "@/server/words";
import { addAddresses } from "./addresses";
import { placedSeats } from "./queries";

type Setting = { readonly actor: Actor; readonly now: Date };

async function insertSeats(
  tx: RegistryDatabase,
  consultationId: string,
  added: readonly NewSeat[],
  { actor, now }: Setting,
): Promise<{ added: number }> {
  if (added.length === 0) return { added: 0 };
  await tx.insert(seats).values(added.map((seat) => ({ consultationId, ...seat })));
  const detail = { delegations: added.map(seatName) };
  await audit(tx, { consultationId, personId: actor.personId, act: "seats added", detail, at: now });
  return { added: added.length };
}

/** Adds seats for delegations known by name; one that has a seat already, by another host's hand, keeps it. */
export async function addSeats(
  db: RegistryDatabase,
  consultationId: string,
  names: readonly string[],
  setting: Setting,
): Promise<{ added: number }> {
  const chosen = KNOWN_DELEGATIONS.filter(({ name }) => names.includes(name));
  if (chosen.length < new Set(names).size) throw new Refusal("malformed_request");
  return db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const seated = new Set((await placedSeats(tx, consultationId)).map(({ delegation }) => delegation));
    const added = chosen
      .filter(({ name }) => !seated.has(name))
      .map(({ name, kind, regionalGroup }) => ({ delegation: name, place: 1, kind, regionalGroup }));
    return insertSeats(tx, consultationId, added, setting);
  });
}

/** A further seat of a delegation, by the place that it is to have: asked twice, it is added once. */
export type FurtherSeat = { readonly delegation: string; readonly place: number };

/** Adds a further seat for a delegation that has one, on purpose. Throws `seats_changed`. */
export async function addFurtherSeat(
  db: RegistryDatabase,
  consultationId: string,
  { delegation, place }: FurtherSeat,
  setting: Setting,
): Promise<{ added: number }> {
  return db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const own = await tx
      .select({ place: seats.place, kind: seats.kind, regionalGroup: seats.regionalGroup })
      .from(seats)
      .where(and(eq(seats.consultationId, consultationId), eq(seats.delegation, delegation)))
      .orderBy(seats.place);
    const last = own.at(-1);
    if (own.some((seat) => seat.place === place)) return { added: 0 };
    if (last === undefined || place !== last.place + 1 || own.length >= MOST_SEATS_OF_ONE)
      throw new Refusal("seats_changed");
    const { kind } = last;
    const regionalGroup = REGIONAL_GROUPS.find((group) => group === last.regionalGroup) ?? null;
    return insertSeats(tx, consultationId, [{ delegation, place, kind, regionalGroup }], setting);
  });
}

/** A text of seats, and whether several of one delegation are meant. */
export type TextOfSeats = { readonly text: string; readonly several: boolean };

/**
 * Adds the seats of a text and the addresses for their mail, all of them or none; delegations that have their seats keep them. Throws `seats_unreadable`,
 * `seats_to_mend`, and `seats_several` where a delegation would get several and nobody has said that this is meant.
 */
export async function importSeats(
  db: RegistryDatabase,
  consultationId: string,
  { text, several }: TextOfSeats,
  setting: Setting,
): Promise<{ added: number; addressed: number }> {
  return db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const { rows, issue } = readSeats(text, await placedSeats(tx, consultationId));
    if (issue !== null) throw new Refusal("seats_unreadable", { issue: sentenceOfIssue(issue) });
    const count = rows.filter((row) => row.issue !== null).length;
    if (count > 0) throw new Refusal("seats_to_mend", { count });
    const meant = rowsOfSeveral(rows);
    if (meant.length > 0 && !several) throw new Refusal("seats_several", { count: meant.length });
    const { added } = await insertSeats(
      tx,
      consultationId,
      rows.flatMap(({ adds }) => adds),
      setting,
    );
    const given = rows.flatMap(({ delegation, addresses }) =>
      delegation === null ? [] : [{ delegation: delegation.name, addresses }],
    );
    const addressed = await addAddresses(tx, consultationId, given);
    // How many seats, and never the addresses: the log is kept longer than they are.
    const noted = { consultationId, personId: setting.actor.personId, at: setting.now };
    if (addressed > 0) await audit(tx, { ...noted, act: "addresses added", detail: { count: addressed } });
    return { added, addressed };
  });
}

export type LockedSeat = {
  readonly id: string;
  /** The seat by its name: that of its delegation, with its place from the second on. */
  readonly delegation: string;
  readonly enrolled: boolean;
  /** Whether credentials were signed for it, be it before its code was lost. */
  readonly signedFor: boolean;
};

/**
 * Chosen seats of a consultation, or all, held until the transaction ends: nobody enrols on them meanwhile. Throws
 * `seats_changed` where one is gone.
 */
export async function lockSeats(
  tx: RegistryDatabase,
  consultationId: string,
  seatIds: readonly string[] | "all",
): Promise<LockedSeat[]> {
  const here = eq(seats.consultationId, consultationId);
  const chosen = () =>
    tx
      .select({
        id: seats.id,
        delegation: seats.delegation,
        place: seats.place,
        generation: seats.generation,
      })
      .from(seats)
      .where(seatIds === "all" ? here : and(here, inArray(seats.id, [...seatIds])))
      .orderBy(seats.id);
  const ids = (await chosen()).map(({ id }) => id);
  await holdSeats(tx, ids);
  // Asked once more now that they are held: one may have been removed meanwhile.
  const locked = (await chosen()).filter(({ id }) => ids.includes(id));
  if (seatIds !== "all" && locked.length < new Set(seatIds).size) throw new Refusal("seats_changed");
  const issued = await tx
    .selectDistinct({ seatId: issuance.seatId, generation: issuance.generation })
    .from(issuance)
    .where(inArray(issuance.seatId, ids));
  return locked.map(({ id, generation, ...seat }) => ({
    id,
    delegation: seatName(seat),
    enrolled: issued.some((row) => row.seatId === id && row.generation === generation),
    signedFor: issued.some((row) => row.seatId === id),
  }));
}

/** Refuses where one of the seats has enrolled. Throws `seat_enrolled`. */
export function refuseEnrolled(locked: readonly LockedSeat[]): void {
  const enrolled = locked.find((seat) => seat.enrolled);
  if (enrolled !== undefined) throw new Refusal("seat_enrolled", { delegation: enrolled.delegation });
}

/** Removes a seat with its links. Throws `seats_changed`, `seat_enrolled`, `seat_signed_for`. */
export async function removeSeat(
  db: RegistryDatabase,
  consultationId: string,
  seatId: string,
  { actor, now }: Setting,
): Promise<void> {
  await db.transaction(async (tx) => {
    const locked = await lockSeats(tx, consultationId, [seatId]);
    refuseEnrolled(locked);
    const kept = locked.find(({ signedFor }) => signedFor);
    if (kept !== undefined) throw new Refusal("seat_signed_for", { delegation: kept.delegation });
    await tx.delete(seats).where(eq(seats.id, seatId));
    const detail = { delegations: locked.map(({ delegation }) => delegation) };
    await audit(tx, { consultationId, personId: actor.personId, act: "seat removed", detail, at: now });
  });
}
