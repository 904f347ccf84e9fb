import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { codings, openAnswers, themes } from "@/db/ballot/schema";
import { Refusal } from "@/domain/refusal";
import { type Change, type Coding, freeNumber, NO_CHANGE } from "@/domain/themes/coding";
import type { ItemPlace, Slot } from "./place";

/** Undoes, in lists that are written to while the change is done. */
type Undone = { -readonly [Part in keyof Change]: Change[Part] };
type Done = {
  readonly tx: BallotDatabase;
  readonly place: ItemPlace;
  readonly slot: Slot;
  readonly undo: Undone;
  /** Themes with which notes from the floor are coded: the registry knows of them. */
  readonly onFloor: ReadonlySet<string>;
};

const ofItem = ({ roundId, itemId }: ItemPlace) =>
  and(eq(themes.roundId, roundId), eq(themes.itemId, itemId));

async function add({ tx, place, undo }: Done, added: Change["add"]): Promise<void> {
  const taken = (await tx.select({ number: themes.number }).from(themes).where(ofItem(place))).map(
    ({ number }) => number,
  );
  for (const { id, number: wished, wording } of added) {
    const number = wished === undefined || taken.includes(wished) ? freeNumber(taken) : wished;
    const { roundId, itemId } = place;
    const made = await tx
      .insert(themes)
      .values({ id, roundId, itemId, number, wording })
      .onConflictDoNothing({ target: themes.id })
      .returning({ id: themes.id });
    if (made.length === 0) continue;
    taken.push(number);
    undo.removeUnused.push(id);
  }
}

async function rename({ tx, place, undo }: Done, renamed: Change["rename"]): Promise<void> {
  for (const { id, from, to } of renamed) {
    const [done] = await tx
      .update(themes)
      .set({ wording: to })
      .where(and(ofItem(place), eq(themes.id, id), inArray(themes.wording, [from, to])))
      .returning({ id: themes.id });
    // Another may have found better words meanwhile: they are not overwritten unseen.
    if (done === undefined) throw new Refusal("theme_changed");
    if (from !== to) undo.rename.push({ id, from: to, to: from });
  }
}

/** Rows that one statement names: each takes two parameters, of which a statement has 65,535 at most. */
const BATCH = 10_000;

function* batches(all: readonly Coding[]): Generator<readonly Coding[]> {
  for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH);
}

const valuesOf = (batch: readonly Coding[]) =>
  sql.join(
    batch.map(({ answerId, themeId }) => sql`(${answerId}::uuid, ${themeId}::uuid)`),
    sql`, `,
  );

/** Only answers of the item that may be reflected, and only themes of the item: the insert itself selects them. */
async function set({ tx, place, slot, undo }: Done, entered: readonly Coding[]): Promise<void> {
  const { roundId, itemId } = place;
  for (const batch of batches(entered)) {
    const made = await tx.execute<{ answer_id: string; theme_id: string | null }>(sql`
    INSERT INTO ${codings} (answer_id, theme_id, slot)
    SELECT entered.answer_id, entered.theme_id, ${slot}::coder_slot
    FROM (VALUES ${valuesOf(batch)}) AS entered (answer_id, theme_id)
    JOIN ${openAnswers} AS answer ON answer.id = entered.answer_id
      AND answer.round_id = ${roundId}::uuid AND answer.item_id = ${itemId} AND answer.consent = 'mayBeReflected'
    LEFT JOIN ${themes} AS theme ON theme.id = entered.theme_id
      AND theme.round_id = ${roundId}::uuid AND theme.item_id = ${itemId}
    WHERE entered.theme_id IS NULL OR theme.id IS NOT NULL
    ON CONFLICT DO NOTHING RETURNING answer_id, theme_id`);
    for (const { answer_id: answerId, theme_id: themeId } of made) undo.clear.push({ answerId, themeId });
  }
}

async function clear({ tx, place, slot, undo }: Done, cleared: readonly Coding[]): Promise<void> {
  const { roundId, itemId } = place;
  for (const batch of batches(cleared)) {
    const gone = await tx.execute<{ answer_id: string; theme_id: string | null }>(sql`
    DELETE FROM ${codings} AS coding
    USING (VALUES ${valuesOf(batch)}) AS cleared (answer_id, theme_id), ${openAnswers} AS answer
    WHERE coding.answer_id = cleared.answer_id AND coding.theme_id IS NOT DISTINCT FROM cleared.theme_id
      AND coding.slot = ${slot}::coder_slot AND answer.id = coding.answer_id
      AND answer.round_id = ${roundId}::uuid AND answer.item_id = ${itemId}
    RETURNING coding.answer_id, coding.theme_id`);
    for (const { answer_id: answerId, theme_id: themeId } of gone) undo.set.push({ answerId, themeId });
  }
}

/** What is coded with a theme in this slot. */
const codedWith = ({ tx, slot }: Done, id: string): Promise<Coding[]> =>
  tx
    .select({ answerId: codings.answerId, themeId: codings.themeId })
    .from(codings)
    .where(and(eq(codings.themeId, id), eq(codings.slot, slot)));

async function remove(done: Done, id: string): Promise<void> {
  const { tx, place, undo } = done;
  const coded = await codedWith(done, id);
  const [gone] = await tx
    .delete(themes)
    .where(and(ofItem(place), eq(themes.id, id)))
    .returning({ number: themes.number, wording: themes.wording });
  if (gone === undefined) return;
  await tx.delete(codings).where(eq(codings.themeId, id));
  undo.add.push({ id, ...gone });
  undo.set.push(...coded);
}

async function merge(done: Done, merged: Change["merge"]): Promise<void> {
  for (const { from, into } of merged) {
    const { tx, place } = done;
    const found = await tx
      .select({ id: themes.id })
      .from(themes)
      .where(and(ofItem(place), inArray(themes.id, [from, into])));
    if (found.length < 2) throw new Refusal("theme_changed");
    const coded = await codedWith(done, from);
    await set(
      done,
      coded.map(({ answerId }) => ({ answerId, themeId: into })),
    );
    await remove(done, from);
  }
}

async function removeUnused(done: Done, ids: Change["removeUnused"]): Promise<void> {
  for (const id of ids) {
    const [used] = await done.tx
      .select({ answerId: codings.answerId })
      .from(codings)
      .where(eq(codings.themeId, id))
      .limit(1);
    if (used === undefined && !done.onFloor.has(id)) await remove(done, id);
  }
}

/**
 * Does a change in one slot and gives what undoes it: exactly what it did, so that undoing takes nothing of what others did
 * meanwhile. In a transaction, while the item is held. Throws `theme_changed` where another has reworded, merged or removed
 * a theme that the change would reword or merge.
 */
export async function changeIn(
  tx: BallotDatabase,
  place: ItemPlace,
  slot: Slot,
  change: Change,
  onFloor: ReadonlySet<string>,
): Promise<Change> {
  const undo: Undone = structuredClone(NO_CHANGE);
  const done: Done = { tx, place, slot, undo, onFloor };
  await add(done, change.add);
  await rename(done, change.rename);
  await merge(done, change.merge);
  await set(done, change.set);
  await clear(done, change.clear);
  for (const id of change.remove) await remove(done, id);
  await removeUnused(done, change.removeUnused);
  return undo;
}
