import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { rounds as boxRounds } from "@/db/ballot/schema";
import type { RegistryDatabase } from "@/db/registry/client";
import { roundKeys, themeCoders } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import { type Agreement, agreementSchema } from "@/domain/themes/agreement";
import type { Closing } from "@/server/releases/steps";

/** What working at the bench needs of the closing process. */
export type Bench = Pick<Closing, "registry" | "ballot" | "personId" | "now">;

/** Where open answers stand: an item of a round, or of a window, of a consultation. */
export type RoundPlace = { readonly consultationId: string; readonly roundId: string };
export type ItemPlace = RoundPlace & { readonly itemId: string };

/**
 * Lets nobody on who names a round of another consultation, or one whose answers have not all been counted and split.
 * Throws `not_found` and `not_released`.
 */
export async function requireClosed(
  { registry, ballot }: Bench,
  { consultationId, roundId }: RoundPlace,
): Promise<void> {
  const [key] = await registry
    .select({ roundId: roundKeys.roundId })
    .from(roundKeys)
    .where(and(eq(roundKeys.roundId, roundId), eq(roundKeys.consultationId, consultationId)));
  if (key === undefined) throw new Refusal("not_found");
  const [round] = await ballot
    .select({ stage: boxRounds.stage })
    .from(boxRounds)
    .where(eq(boxRounds.id, roundId));
  if (round?.stage !== "dropped") throw new Refusal("not_released");
}

/** How an item is coded: by all together, by two apart, while they compare, or after they have settled. */
export type Coders =
  | { readonly phase: "together" }
  | { readonly phase: "apart" | "comparing"; readonly secondId: string; readonly done: DoneApart }
  | { readonly phase: "settled"; readonly secondId: string; readonly agreement: Agreement };
type DoneApart = { readonly first: boolean; readonly second: boolean };
export type Slot = "first" | "second" | "settled";

/** How an item is coded. */
export async function codersOf(registry: RegistryDatabase, { roundId, itemId }: ItemPlace): Promise<Coders> {
  const [coders] = await registry
    .select()
    .from(themeCoders)
    .where(and(eq(themeCoders.roundId, roundId), eq(themeCoders.itemId, itemId)));
  if (coders === undefined) return { phase: "together" };
  const { secondId, firstDone: first, secondDone: second } = coders;
  if (coders.agreement !== null)
    return { phase: "settled", secondId, agreement: agreementSchema.parse(coders.agreement) };
  return { phase: first && second ? "comparing" : "apart", secondId, done: { first, second } };
}

/** In which slot somebody codes. Whoever is not the second coder codes as the first. */
export function slotOf(coders: Coders, personId: string | null): Slot {
  if (coders.phase === "together") return "first";
  if (coders.phase === "apart") return coders.secondId === personId ? "second" : "first";
  return "settled";
}

/**
 * Lets nobody else change an item, its coders or its release until the transaction ends. Of all locks it is taken first,
 * and only the destruction takes those of several items.
 */
export async function lockItem(
  tx: RegistryDatabase,
  { roundId, itemId }: Omit<ItemPlace, "consultationId">,
): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`themes ${roundId} ${itemId}`}, 0))`);
}

/** Does what is to be done with the coding of an item while nobody else changes it, its coders or its release. */
export async function holdingItem<Outcome>(
  { registry }: Bench,
  place: ItemPlace,
  act: (tx: RegistryDatabase) => Promise<Outcome>,
): Promise<Outcome> {
  return registry.transaction(async (tx) => {
    await lockItem(tx, place);
    return act(tx);
  });
}
