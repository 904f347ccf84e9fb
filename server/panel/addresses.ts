import "server-only";
import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { seatAddresses, seats } from "@/db/registry/schema";
import { comparable } from "@/domain/consultation/delegations";
import { readAddresses } from "@/domain/mail/addresses";
import { Refusal } from "@/domain/refusal";
import { sentenceOfIssue } from "@/server/words";

/** Where mail for every seat of a delegation goes. */
export type AddressesOf = { readonly delegation: string; readonly addresses: readonly string[] };

/**
 * Adds addresses to all seats of these delegations, however their names are spelt, beside those that they have, and gives
 * the number of seats that have new ones. Whoever calls it holds the consultation and enters it in the log. Throws
 * `seats_unreadable` where a seat would have more than it can.
 */
export async function addAddresses(
  tx: RegistryDatabase,
  consultationId: string,
  given: readonly AddressesOf[],
): Promise<number> {
  const wanted = new Map(given.map(({ delegation, addresses }) => [comparable(delegation), addresses]));
  const own = await tx
    .select({ id: seats.id, delegation: seats.delegation })
    .from(seats)
    .where(eq(seats.consultationId, consultationId));
  const held = await tx
    .select({ seatId: seatAddresses.seatId, address: seatAddresses.address })
    .from(seatAddresses)
    .innerJoin(seats, eq(seats.id, seatAddresses.seatId))
    .where(eq(seats.consultationId, consultationId));
  const rows = own.flatMap(({ id, delegation }) => {
    const before = held.filter(({ seatId }) => seatId === id).map(({ address }) => address);
    const known = new Set(before.map((address) => address.toLowerCase()));
    const fresh = (wanted.get(comparable(delegation)) ?? []).filter(
      (address) => !known.has(address.toLowerCase()),
    );
    if (fresh.length === 0) return [];
    const { issue } = readAddresses([...before, ...fresh].join(" "));
    if (issue !== null)
      throw new Refusal("seats_unreadable", { issue: `${delegation}: ${sentenceOfIssue(issue)}` });
    return fresh.map((address) => ({ seatId: id, address }));
  });
  if (rows.length > 0) await tx.insert(seatAddresses).values(rows).onConflictDoNothing();
  return new Set(rows.map(({ seatId }) => seatId)).size;
}
