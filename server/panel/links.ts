import "server-only";
import { randomBytes } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, invitations } from "@/db/registry/schema";
import { toBase64Url } from "@/domain/anonymity/encoding";
import type { Actor } from "@/domain/consultation/access";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { sha256 } from "@/server/hashing";
import { type LockedSeat, lockSeats, refuseEnrolled } from "./commands";

type Setting = { readonly actor: Actor; readonly now: Date };

/** What a link is made of: the address of this instance, and 16 random bytes for each. */
export type LinkMaking = { readonly publicUrl: string; readonly newToken: () => Uint8Array };

/** A new invitation's token: 128 random bits. */
export const newToken = (): Uint8Array => randomBytes(16);

/** What to make links for; with `replace`, earlier links of these seats are withdrawn at the same moment. */
export type LinkRequest = { readonly seatIds: readonly string[] | "all"; readonly replace: boolean };

/**
 * What the log says of seats whose links were made or withdrawn: one by its name, several by their number alone. None of
 * them has enrolled, so that two lists of them would tell between which times each did.
 */
const detailOf = (locked: readonly LockedSeat[]) =>
  locked.length === 1
    ? { delegations: locked.map(({ delegation }) => delegation) }
    : { count: locked.length };

async function slugOfConsultation(tx: RegistryDatabase, consultationId: string): Promise<string> {
  const [consultation] = await tx
    .select({ slug: consultations.slug })
    .from(consultations)
    .where(eq(consultations.id, consultationId));
  if (consultation === undefined) throw new Refusal("not_found");
  return consultation.slug;
}

async function withdraw(tx: RegistryDatabase, locked: readonly LockedSeat[]): Promise<void> {
  const ids = locked.map(({ id }) => id);
  await tx.delete(invitations).where(inArray(invitations.seatId, ids));
}

/** One new link for each of these seats, in the order of names; with `replace` in the place of all their earlier ones. */
export async function newLinks(
  tx: RegistryDatabase,
  consultationId: string,
  invited: readonly LockedSeat[],
  replace: boolean,
  { publicUrl, newToken }: LinkMaking,
): Promise<InvitationLink[]> {
  const slug = await slugOfConsultation(tx, consultationId);
  if (replace) await withdraw(tx, invited);
  const minted = invited.map((seat) => ({ seat, token: newToken() }));
  await tx
    .insert(invitations)
    .values(minted.map(({ seat, token }) => ({ seatId: seat.id, tokenHash: sha256(token) })));
  return minted
    .map(({ seat, token }) => ({
      delegation: seat.delegation,
      link: new URL(`/c/${slug}/join#${toBase64Url(token)}`, publicUrl).href,
    }))
    .sort((one, other) => one.delegation.localeCompare(other.delegation, "en"));
}

/**
 * Makes one new link for each chosen seat, or for all that have not enrolled. A link is given here and never again: only
 * the hash of its token is stored. Throws `seat_enrolled`, `seats_changed`, `nobody_to_invite`.
 */
export async function issueLinks(
  db: RegistryDatabase,
  consultationId: string,
  { seatIds, replace }: LinkRequest,
  making: LinkMaking,
  { actor, now }: Setting,
): Promise<InvitationLink[]> {
  return db.transaction(async (tx) => {
    const locked = await lockSeats(tx, consultationId, seatIds);
    if (seatIds !== "all") refuseEnrolled(locked);
    const invited = locked.filter(({ enrolled }) => !enrolled);
    if (invited.length === 0) throw new Refusal("nobody_to_invite");
    const links = await newLinks(tx, consultationId, invited, replace, making);
    const act = replace ? "links renewed" : "links made";
    const detail = seatIds === "all" ? { count: invited.length } : detailOf(invited);
    await audit(tx, { consultationId, personId: actor.personId, act, detail, at: now });
    return links;
  });
}

/** Withdraws every link of seats that have not enrolled. Throws `seat_enrolled`, `seats_changed`. */
export async function withdrawLinks(
  db: RegistryDatabase,
  consultationId: string,
  seatIds: readonly string[],
  { actor, now }: Setting,
): Promise<void> {
  await db.transaction(async (tx) => {
    const locked = await lockSeats(tx, consultationId, seatIds);
    refuseEnrolled(locked);
    await withdraw(tx, locked);
    const detail = detailOf(locked);
    await audit(tx, { consultationId, personId: actor.personId, act: "links withdrawn", detail, at: now });
  });
}
