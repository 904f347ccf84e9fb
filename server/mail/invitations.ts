import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { deliveries, mailings, seatAddresses } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { hasEnded } from "@/server/enrolment/ended";
import { lockSeats } from "@/server/panel/commands";
import { queueMail } from "./queue";

type Setting = { readonly actor: Actor; readonly now: Date };

/** The mailing of a consultation's invitations, made the first time that somebody is invited by mail. */
async function invitationsOf(tx: RegistryDatabase, consultationId: string): Promise<string> {
  const ofInvitations = and(eq(mailings.consultationId, consultationId), eq(mailings.kind, "invitation"));
  const found = await tx.select({ id: mailings.id }).from(mailings).where(ofInvitations);
  if (found[0] !== undefined) return found[0].id;
  const made = await tx
    .insert(mailings)
    .values({ consultationId, kind: "invitation" })
    .returning({ id: mailings.id });
  if (made[0] === undefined) throw new Error("no mailing was made");
  return made[0].id;
}

/** Seats by their ids, all of them, or those alone to which no invitation was mailed yet. */
export type Invited = readonly string[] | "all" | "notMailed";

/** Of these seats, those that have an address and no mail of the mailing on its way, and none at all where `once`. */
async function reachable(
  tx: RegistryDatabase,
  mailingId: string,
  seatIds: readonly string[],
  once: boolean,
): Promise<string[]> {
  const addressed = await tx
    .selectDistinct({ seatId: seatAddresses.seatId })
    .from(seatAddresses)
    .where(inArray(seatAddresses.seatId, [...seatIds]));
  const ofMailing = eq(deliveries.mailingId, mailingId);
  const mailed = await tx
    .select({ seatId: deliveries.seatId })
    .from(deliveries)
    .where(once ? ofMailing : and(ofMailing, eq(deliveries.state, "waiting")));
  const leftOut = new Set(mailed.map(({ seatId }) => seatId));
  return addressed.map(({ seatId }) => seatId).filter((seatId) => !leftOut.has(seatId));
}

/**
 * Queues an invitation to each of these seats, or to all, as far as they have an address and have not enrolled; one that
 * is on its way already is not queued again. Of two hosts who invite those not mailed yet, the second mails nobody anew. Throws `nobody_to_mail`, `seats_changed`, `consultation_ended`.
 */
export async function sendInvitations(
  db: RegistryDatabase,
  consultationId: string,
  seatIds: Invited,
  sending: string,
  { actor, now }: Setting,
): Promise<{ queued: number }> {
  return db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    if (await hasEnded(tx, consultationId)) throw new Refusal("consultation_ended");
    const locked = await lockSeats(tx, consultationId, seatIds === "notMailed" ? "all" : seatIds);
    const free = locked.filter(({ enrolled }) => !enrolled).map(({ id }) => id);
    const mailingId = await invitationsOf(tx, consultationId);
    const invited = await reachable(tx, mailingId, free, seatIds === "notMailed");
    if (invited.length === 0) throw new Refusal("nobody_to_mail");
    await queueMail(tx, mailingId, invited, sending);
    // The number alone: two lists of who had not enrolled yet would tell between which times each of the others did.
    const detail = { count: invited.length };
    await audit(tx, { consultationId, personId: actor.personId, act: "invitations mailed", detail, at: now });
    return { queued: invited.length };
  });
}
