import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { codings, openAnswers, themes } from "@/db/ballot/schema";
import type { RegistryDatabase } from "@/db/registry/client";
import {
  destructions,
  floorNotes,
  manifestEntries,
  roundKeys,
  themeCoders,
  themeReleases,
  windows,
} from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import { isDue } from "@/domain/themes/destruction";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { rewriteInFreshOrder } from "@/server/fresh-order";
import { askForCheckpoint } from "@/server/releases/checkpoint";
import { destructionDay } from "@/server/theme-releases/destruction-day";
import { deleteNotes, itemsWithNoted, itemsWithNotes } from "./notes";
import { type Bench, lockItem } from "./place";
import { itemsWithAnswers } from "./queries";

async function roundsAndWindows(registry: RegistryDatabase, consultationId: string): Promise<string[]> {
  const keys = await registry
    .select({ roundId: roundKeys.roundId })
    .from(roundKeys)
    .where(eq(roundKeys.consultationId, consultationId));
  return keys.map(({ roundId }) => roundId);
}

/** Deletes the texts and all that is coded with them; the files that held them go too. Can be done again. */
async function deleteTexts({ ballot }: Bench, roundIds: readonly string[]): Promise<void> {
  if (roundIds.length === 0) return;
  const ids = [...roundIds];
  await ballot.transaction(async (tx) => {
    const here = tx.select({ id: openAnswers.id }).from(openAnswers).where(inArray(openAnswers.roundId, ids));
    await tx.delete(codings).where(inArray(codings.answerId, here));
    await tx.delete(themes).where(inArray(themes.roundId, ids));
    await tx.delete(openAnswers).where(inArray(openAnswers.roundId, ids));
    for (const table of [codings, themes, openAnswers]) await rewriteInFreshOrder(tx, sql`${table}`);
  });
  await askForCheckpoint(ballot);
}

/** Waits until nobody codes or releases any item that has texts, and lets nobody begin before the transaction ends. */
async function holdItems(tx: RegistryDatabase, { ballot }: Bench, consultationId: string): Promise<void> {
  const answered = await ballot
    .selectDistinct({ roundId: openAnswers.roundId, itemId: openAnswers.itemId })
    .from(openAnswers)
    .where(inArray(openAnswers.roundId, await roundsAndWindows(tx, consultationId)));
  const all = [...answered, ...(await itemsWithNotes(tx, consultationId))];
  const byName = new Map(all.map((item) => [`${item.roundId} ${item.itemId}`, item]));
  // Two who destroy at once take the locks in the same order.
  for (const [, item] of [...byName].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    await lockItem(tx, item);
  await lockConsultation(tx, consultationId);
}

/**
 * Destroys a consultation's texts and notes from the floor, once what is to be certain of is. How far two coders agreed goes too: with the counts that
 * are released it could tell of the points that were not. The registry says so only when the ballot has no text left: a
 * destruction that is cut short is done again, and so is one after which a window or a discussion brought more. Whether there was anything to
 * destroy.
 */
async function destroy(
  bench: Bench,
  consultationId: string,
  certain: (tx: RegistryDatabase) => Promise<void> = async () => undefined,
): Promise<boolean> {
  const { registry, personId, now } = bench;
  return registry.transaction(async (tx) => {
    await holdItems(tx, bench, consultationId);
    await certain(tx);
    const [entered] = await tx
      .insert(destructions)
      .values({ consultationId, destroyedAt: now })
      .onConflictDoNothing()
      .returning({ consultationId: destructions.consultationId });
    const held = await roundsAndWindows(tx, consultationId);
    if (entered === undefined) {
      const texts = await bench.ballot.$count(openAnswers, inArray(openAnswers.roundId, held));
      const notes = await tx.$count(floorNotes, eq(floorNotes.consultationId, consultationId));
      if (texts + notes === 0) return false;
      const again = eq(destructions.consultationId, consultationId);
      await tx.update(destructions).set({ destroyedAt: now }).where(again);
    }
    await tx.delete(themeCoders).where(eq(themeCoders.consultationId, consultationId));
    await deleteNotes(tx, consultationId);
    await deleteTexts(bench, held);
    await audit(tx, { consultationId, personId, act: "open answers destroyed", detail: {}, at: now });
    return true;
  });
}

/** Destroys what is due: whoever asks for it then finds nothing any more. The log names nobody for it. */
export async function destroyWhenDue(bench: Bench, consultationId: string): Promise<boolean> {
  const { registry, now } = bench;
  if (!isDue(await destructionDay(registry, consultationId), now)) return false;
  return destroy({ ...bench, personId: null }, consultationId);
}

/**
 * Destroys the texts before their day. Throws `texts_still_coming` while a round or window may still bring some, and
 * `themes_not_released` while answers that may be reflected are in no release.
 */
export async function destroyByHand(bench: Bench, consultationId: string): Promise<void> {
  const { registry, ballot } = bench;
  const day = await destructionDay(registry, consultationId);
  const open = and(eq(windows.consultationId, consultationId), isNull(windows.closedAt));
  const mayBring = (await registry.$count(windows, open)) > 0;
  if (day === null || !day.certain || mayBring) throw new Refusal("texts_still_coming");
  await destroy(bench, consultationId, async (tx) => {
    // Held, so that no second coder takes a release back between this and the destruction.
    const answered = await itemsWithAnswers(ballot, await roundsAndWindows(tx, consultationId));
    const noted = (await itemsWithNoted(tx, consultationId)).filter(
      (item) => !answered.some((one) => one.roundId === item.roundId && one.itemId === item.itemId),
    );
    const waiting = [...answered, ...noted];
    const released = await tx
      .select({ roundId: themeReleases.roundId, itemId: themeReleases.itemId })
      .from(themeReleases)
      .where(eq(themeReleases.consultationId, consultationId));
    const missing = waiting.filter(
      (item) => !released.some((one) => one.roundId === item.roundId && one.itemId === item.itemId),
    );
    if (missing.length > 0) throw new Refusal("themes_not_released", { count: missing.length });
  });
}

/** Destroys what is due in every consultation, and says of how many. */
export async function destroyAllDue(bench: Omit<Bench, "personId">): Promise<number> {
  const held = await bench.registry
    .selectDistinct({ consultationId: manifestEntries.consultationId })
    .from(manifestEntries)
    .where(eq(manifestEntries.position, 1));
  let count = 0;
  for (const { consultationId } of held) {
    if (await destroyWhenDue({ ...bench, personId: null }, consultationId)) count += 1;
  }
  return count;
}
