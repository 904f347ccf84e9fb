import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { floorCodings, floorNotes, rounds } from "@/db/registry/schema";
import { alphabetical } from "@/domain/floor/note";
import { itemsOf } from "@/domain/questionnaire/questionnaire";
import type { Coding } from "@/domain/themes/coding";
import { differenceOf } from "@/domain/themes/floor";
import { rewriteInFreshOrder } from "@/server/fresh-order";
import type { ItemPlace } from "./place";

/** A note as the bench shows it. */
export type BenchNote = { readonly id: string; readonly text: string };

/** The agenda question of an open item; null for what is no open item of a round, as in a window. */
async function questionOf(registry: RegistryDatabase, { roundId, itemId }: ItemPlace) {
  const [round] = await registry
    .select({ questionnaire: rounds.questionnaire })
    .from(rounds)
    .where(eq(rounds.id, roundId));
  const question = round?.questionnaire.agendaQuestions.find(({ items }) =>
    items.some(({ id, kind }) => id === itemId && kind === "text"),
  );
  return question?.id ?? null;
}

/**
 * The notes that can be coded under an item: those of its agenda question. Within a transaction that codes them they are
 * held, so that nobody removes one meanwhile.
 */
export async function notesOf(
  registry: RegistryDatabase,
  place: ItemPlace,
  held = false,
): Promise<BenchNote[]> {
  const question = await questionOf(registry, place);
  if (question === null) return [];
  const chosen = registry
    .select({ id: floorNotes.id, text: floorNotes.text })
    .from(floorNotes)
    .where(and(eq(floorNotes.roundId, place.roundId), eq(floorNotes.agendaQuestionId, question)));
  return alphabetical(await (held ? chosen.for("key share") : chosen));
}

/** What is coded of the notes under an item. All code them together: no second coder, and no agreement, is of notes. */
export async function notedIn(registry: RegistryDatabase, { roundId, itemId }: ItemPlace): Promise<Coding[]> {
  return registry
    .select({ answerId: floorCodings.noteId, themeId: floorCodings.themeId })
    .from(floorCodings)
    .where(and(eq(floorCodings.roundId, roundId), eq(floorCodings.itemId, itemId)));
}

/** Stores what is coded of the notes under an item, and gives what that took away and made. While the item is held. */
export async function storeNoted(
  tx: RegistryDatabase,
  { consultationId, roundId, itemId }: ItemPlace,
  before: readonly Coding[],
  after: readonly Coding[],
) {
  const { gone, made } = differenceOf(before, after);
  for (const { answerId, themeId } of gone)
    await tx
      .delete(floorCodings)
      .where(
        and(
          eq(floorCodings.noteId, answerId),
          eq(floorCodings.itemId, itemId),
          sql`${floorCodings.themeId} IS NOT DISTINCT FROM ${themeId}::uuid`,
        ),
      );
  if (made.length > 0)
    await tx
      .insert(floorCodings)
      .values(
        made.map(({ answerId: noteId, themeId }) => ({ consultationId, roundId, itemId, noteId, themeId })),
      )
      .onConflictDoNothing();
  return { gone, made };
}

/** The open items under which notes of a consultation can be coded, in the order of their rounds. */
export async function itemsWithNotes(registry: RegistryDatabase, consultationId: string) {
  const found = await registry
    .selectDistinct({
      roundId: floorNotes.roundId,
      question: floorNotes.agendaQuestionId,
      questionnaire: rounds.questionnaire,
    })
    .from(floorNotes)
    .innerJoin(rounds, eq(rounds.id, floorNotes.roundId))
    .where(eq(floorNotes.consultationId, consultationId));
  return found.flatMap(({ roundId, question, questionnaire }) => {
    const asked = questionnaire.agendaQuestions.filter(({ id }) => id === question);
    return itemsOf({ ...questionnaire, agendaQuestions: asked }).flatMap(({ id: itemId, kind }) =>
      kind === "text" ? [{ roundId, itemId }] : [],
    );
  });
}

/** The items of a consultation under which a note is coded with a theme. */
export async function itemsWithNoted(registry: RegistryDatabase, consultationId: string) {
  return registry
    .selectDistinct({ roundId: floorCodings.roundId, itemId: floorCodings.itemId })
    .from(floorCodings)
    .where(and(eq(floorCodings.consultationId, consultationId), isNotNull(floorCodings.themeId)));
}

/** Deletes the notes of a consultation and all that is coded of them; the files that held them go too. */
export async function deleteNotes(tx: RegistryDatabase, consultationId: string): Promise<void> {
  await tx.delete(floorCodings).where(eq(floorCodings.consultationId, consultationId));
  await tx.delete(floorNotes).where(eq(floorNotes.consultationId, consultationId));
  for (const table of [floorCodings, floorNotes]) await rewriteInFreshOrder(tx, sql`${table}`);
}
