import "server-only";
import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { seatAddresses } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { readAddresses } from "@/domain/mail/addresses";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { lockSeats } from "@/server/panel/commands";
import { sentenceOfIssue } from "@/server/words";

/** A seat's addresses as they were when somebody began to change them, and as they are to be, in one text each. */
type Change = { readonly seatId: string; readonly before: readonly string[]; readonly text: string };

/** Changes where mail for a seat goes. Throws `addresses_to_mend`, `seats_changed`, and `addresses_changed` where another host did so meanwhile. */
export async function changeAddresses(
  db: RegistryDatabase,
  consultationId: string,
  { seatId, before, text }: Change,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<{ addresses: string[] }> {
  const { addresses, issue } = readAddresses(text);
  if (issue !== null) throw new Refusal("addresses_to_mend", { issue: sentenceOfIssue(issue) });
  return db.transaction(async (tx) => {
    const locked = await lockSeats(tx, consultationId, [seatId]);
    const ofSeat = eq(seatAddresses.seatId, seatId);
    const stored = await tx.select({ address: seatAddresses.address }).from(seatAddresses).where(ofSeat);
    const held = stored.map(({ address }) => address).toSorted();
    if (held.join() !== [...before].toSorted().join()) throw new Refusal("addresses_changed");
    await tx.delete(seatAddresses).where(ofSeat);
    if (addresses.length > 0)
      await tx.insert(seatAddresses).values(addresses.map((address) => ({ seatId, address })));
    // Whose they are, and not what they are: the log goes to more hands than the panel.
    const detail = { delegations: locked.map(({ delegation }) => delegation) };
    await audit(tx, { consultationId, personId: actor.personId, act: "addresses changed", detail, at: now });
    return { addresses };
  });
}
