import "server-only";
import { and, eq, notInArray, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { coHosts, replacementAgreements, replacements, seats } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";
import { replacementReason } from "@/domain/consultation/replacement";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { refuseWithoutKeys } from "@/server/enrolment/ended";
import { type LockedSeat, lockSeats } from "@/server/panel/commands";
import { type LinkMaking, newLinks } from "@/server/panel/links";

/** Which seat's credentials are to be replaced, and who acts, when. */
export type Replacing = {
  readonly consultationId: string;
  readonly seatId: string;
  readonly actor: Actor;
  readonly now: Date;
};

/** What became of an act: the seat's new link once every mission has agreed, given here and never again; else null. */
export type Replaced = { readonly link: InvitationLink | null };

/** The mission for which a host acts. Hosts have one; whoever has none agrees for nobody. */
function missionOf({ missionId }: Actor): string {
  if (missionId === null) throw new Refusal("not_allowed");
  return missionId;
}

/** The seat, held until the transaction ends. Missions that act at once wait for one another. */
async function heldSeat(
  tx: RegistryDatabase,
  { consultationId, seatId }: Replacing,
): Promise<LockedSeat & { readonly missionId: string | null }> {
  await lockConsultation(tx, consultationId);
  const [seat] = await lockSeats(tx, consultationId, [seatId]);
  if (seat === undefined) throw new Refusal("seats_changed");
  const [asked] = await tx
    .select({ missionId: replacements.missionId })
    .from(replacements)
    .where(eq(replacements.seatId, seatId));
  return { ...seat, missionId: asked?.missionId ?? null };
}

async function noted(
  tx: RegistryDatabase,
  { consultationId, actor, now }: Replacing,
  { delegation }: LockedSeat,
  act: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const detail = { delegations: [delegation], ...more };
  await audit(tx, { consultationId, personId: actor.personId, act, detail, at: now });
}

/** Does what was asked for once no co-hosting mission is left that has not agreed. */
async function replaceOnceAgreed(
  tx: RegistryDatabase,
  replacing: Replacing,
  seat: LockedSeat,
  making: LinkMaking,
): Promise<Replaced> {
  const { consultationId, seatId } = replacing;
  const agreed = tx
    .select({ missionId: replacementAgreements.missionId })
    .from(replacementAgreements)
    .where(eq(replacementAgreements.seatId, seatId));
  const awaited = await tx
    .select({ missionId: coHosts.missionId })
    .from(coHosts)
    .where(and(eq(coHosts.consultationId, consultationId), notInArray(coHosts.missionId, agreed)));
  if (awaited.length > 0) return { link: null };
  await tx
    .update(seats)
    .set({ generation: sql`${seats.generation} + 1` })
    .where(eq(seats.id, seatId));
  await tx.delete(replacements).where(eq(replacements.seatId, seatId));
  const [link] = await newLinks(tx, consultationId, [seat], true, making);
  await noted(tx, replacing, seat, "new credentials allowed");
  return { link: link ?? null };
}

/**
 * Asks for new credentials for a seat whose code was lost; the asking mission agrees by it, and alone does it at once.
 * Throws `seat_not_enrolled`, `replacement_reason`, `replacement_asked`, `consultation_ended`.
 */
export async function askReplacement(
  db: RegistryDatabase,
  replacing: Replacing,
  given: string,
  making: LinkMaking,
): Promise<Replaced> {
  const missionId = missionOf(replacing.actor);
  const { consultationId, seatId } = replacing;
  return db.transaction(async (tx) => {
    const seat = await heldSeat(tx, replacing);
    await refuseWithoutKeys(tx, consultationId);
    const { delegation } = seat;
    if (!seat.enrolled) throw new Refusal("seat_not_enrolled", { delegation });
    if (seat.missionId !== null) throw new Refusal("replacement_asked", { delegation });
    const reason = replacementReason(given);
    if (reason === null) throw new Refusal("replacement_reason");
    await tx.insert(replacements).values({ seatId, missionId, reason });
    await tx.insert(replacementAgreements).values({ seatId, missionId });
    await noted(tx, replacing, seat, "new credentials asked for", { reason });
    return replaceOnceAgreed(tx, replacing, seat, making);
  });
}

/** Agrees for the host's mission; the last to agree is given the link. Throws `replacement_gone`. */
export async function agreeToReplacement(
  db: RegistryDatabase,
  replacing: Replacing,
  making: LinkMaking,
): Promise<Replaced> {
  const missionId = missionOf(replacing.actor);
  const { seatId } = replacing;
  return db.transaction(async (tx) => {
    const seat = await heldSeat(tx, replacing);
    if (seat.missionId === null) throw new Refusal("replacement_gone");
    const [agreement] = await tx
      .insert(replacementAgreements)
      .values({ seatId, missionId })
      .onConflictDoNothing()
      .returning();
    if (agreement !== undefined) await noted(tx, replacing, seat, "new credentials agreed to");
    return replaceOnceAgreed(tx, replacing, seat, making);
  });
}

/**
 * Lays a request aside: the mission that asked withdraws it, any other refuses it for all. Throws `replacement_gone`.
 */
export async function layReplacementAside(db: RegistryDatabase, replacing: Replacing): Promise<void> {
  const missionId = missionOf(replacing.actor);
  await db.transaction(async (tx) => {
    const seat = await heldSeat(tx, replacing);
    if (seat.missionId === null) throw new Refusal("replacement_gone");
    await tx.delete(replacements).where(eq(replacements.seatId, replacing.seatId));
    const act = seat.missionId === missionId ? "new credentials withdrawn" : "new credentials refused";
    await noted(tx, replacing, seat, act);
  });
}
