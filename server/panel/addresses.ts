import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { seatAddresses, seats } from "@/db/registry/schema";

/** Where mail for every seat of a delegation goes. */
export type AddressesOf = { readonly delegation: string; readonly addresses: readonly string[] };

/**
 * Adds addresses to all seats of these delegations, beside those that they have, and gives the number of seats that have
 * new ones. Whoever calls it holds the consultation and enters it in the log.
 */
export async function addAddresses(
  tx: RegistryDatabase,
  consultationId: string,
  given: readonly AddressesOf[],
): Promise<number> {
  const wanted = given.filter(({ addresses }) => addresses.length > 0);
  if (wanted.length === 0) return 0;
  const names = wanted.map(({ delegation }) => delegation);
  const here = and(eq(seats.consultationId, consultationId), inArray(seats.delegation, names));
  const own = await tx.select({ id: seats.id, delegation: seats.delegation }).from(seats).where(here);
  const rows = wanted.flatMap(({ delegation, addresses }) =>
    own
      .filter((seat) => seat.delegation === delegation)
      .flatMap(({ id }) => addresses.map((address) => ({ seatId: id, address }))),
  );
  const added = await tx
    .insert(seatAddresses)
    .values(rows)
    .onConflictDoNothing()
    .returning({ seatId: seatAddresses.seatId });
  return new Set(added.map(({ seatId }) => seatId)).size;
}
