import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { codings, openAnswers } from "@/db/ballot/schema";
import type { RegistryDatabase } from "@/db/registry/client";
import { rounds, themeCoders, themeReleases } from "@/db/registry/schema";
import { identifying } from "@/domain/anonymity/identifying";
import { makeThemeRelease } from "@/domain/disclosure/release";
import { Refusal } from "@/domain/refusal";
import { agreed } from "@/domain/themes/agreement";
import { type Change, changesNothing } from "@/domain/themes/coding";
import { copyFinder } from "@/domain/themes/copied";
import { isOf, notedAfter } from "@/domain/themes/floor";
import { counted, countedThemes, notesAsTexts, standings } from "@/domain/themes/progress";
import { wordingIssues } from "@/domain/themes/wording";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { changeIn } from "./change";
import { notedIn, notesOf, storeNoted } from "./notes";
import { type Bench, codersOf, holdingItem, type ItemPlace, requireClosed, slotOf } from "./place";
import { answersOf, codingOf, codingsIn, comparisonOf, themesIn, waitForCoders } from "./queries";

const isItem = ({ roundId, itemId }: ItemPlace) =>
  and(eq(themeCoders.roundId, roundId), eq(themeCoders.itemId, itemId));

/** The number of a round, for the log; none for a window. */
async function numbered(tx: RegistryDatabase, roundId: string): Promise<{ number?: number }> {
  const [round] = await tx.select({ number: rounds.number }).from(rounds).where(eq(rounds.id, roundId));
  return round ?? {};
}

/** Throws `wording_to_mend` where a wording copies an answer of the item or names somebody. */
async function requireParaphrased(
  { ballot }: Bench,
  place: ItemPlace,
  wordings: readonly string[],
): Promise<void> {
  if (wordings.length === 0) return;
  const copied = copyFinder((await answersOf(ballot, place)).map(({ text }) => text));
  if (wordings.some((wording) => wordingIssues(wording, { copied, identifying }).length > 0))
    throw new Refusal("wording_to_mend");
}

/**
 * Throws `no_open_answers` where an item has none, or none any more, and no notes either. While the item is held, since
 * texts are destroyed only then.
 */
async function requireTexts({ ballot, registry }: Bench, place: ItemPlace): Promise<void> {
  const here = and(eq(openAnswers.roundId, place.roundId), eq(openAnswers.itemId, place.itemId));
  if ((await ballot.$count(openAnswers, here)) > 0) return;
  if ((await notesOf(registry, place)).length === 0) throw new Refusal("no_open_answers");
}

/**
 * Does a change of answers and notes, each in its own database, and gives what undoes both. Throws `notes_wait` where it
 * codes notes while two code apart or compare.
 */
async function changeBoth(
  tx: RegistryDatabase,
  { ballot, personId }: Bench,
  place: ItemPlace,
  change: Change,
): Promise<Change> {
  const coders = await codersOf(tx, place);
  const notes = new Set((await notesOf(tx, place, true)).map(({ id }) => id));
  const wait = waitForCoders(coders);
  if (wait && change.merge.length + change.remove.length > 0) throw new Refusal("themes_fixed");
  if (wait && isOf(change, notes)) throw new Refusal("notes_wait");
  const before = await notedIn(tx, place);
  return ballot.transaction(async (box) => {
    const after = notedAfter({ themes: await themesIn(box, place), codings: before }, change, notes);
    const onFloor = new Set(after.flatMap(({ themeId }) => themeId ?? []));
    const undo = await changeIn(box, place, slotOf(coders, personId), change, onFloor);
    const still = new Set((await themesIn(box, place)).map(({ id }) => id));
    const kept = after.filter(({ themeId }) => themeId === null || still.has(themeId));
    const { gone, made } = await storeNoted(tx, place, before, kept);
    return { ...undo, set: [...undo.set, ...gone], clear: [...undo.clear, ...made] };
  });
}

/**
 * Changes themes and codings of an item and gives what undoes it, and how the bench stands then. Throws `wording_to_mend`,
 * `theme_changed`, `no_open_answers`, `themes_fixed` where themes would be merged or removed while two code apart, and
 * `notes_wait`.
 */
export async function changeThemes(bench: Bench, place: ItemPlace, change: Change) {
  await requireClosed(bench, place);
  await requireParaphrased(bench, place, [
    ...change.add.map(({ wording }) => wording),
    ...change.rename.map(({ to }) => to),
  ]);
  const undo = await holdingItem(bench, place, async (tx) => {
    await requireTexts(bench, place);
    return changeBoth(tx, bench, place, change);
  });
  return { undo: changesNothing(undo) ? null : undo, bench: await codingOf(bench, place) };
}

/**
 * Releases the themes of an item as they are counted now; it may be repeated until a report with them is published. Throws
 * `coders_not_settled`, `answers_to_code`, `notes_to_code`, `wording_to_mend`, `themes_published`, `no_open_answers`.
 */
export async function releaseThemes(bench: Bench, place: ItemPlace): Promise<void> {
  await requireClosed(bench, place);
  const { ballot, personId, now } = bench;
  const { consultationId, roundId, itemId } = place;
  await holdingItem(bench, place, async (tx) => {
    // A report is composed under this lock: it publishes the release that it holds for good, and no later one.
    await lockConsultation(tx, consultationId);
    const coders = await codersOf(tx, place);
    if (waitForCoders(coders)) throw new Refusal("coders_not_settled");
    await requireTexts(bench, place);
    const answers = await answersOf(ballot, place);
    const codings = await codingsIn(ballot, place, slotOf(coders, personId));
    const { toCode } = counted(standings(answers, codings));
    if (toCode > 0) throw new Refusal("answers_to_code", { count: toCode });
    const noted = { themes: codings.themes, codings: await notedIn(tx, place) };
    const waiting = counted(standings(notesAsTexts(await notesOf(tx, place)), noted)).toCode;
    if (waiting > 0) throw new Refusal("notes_to_code", { count: waiting });
    await requireParaphrased(
      bench,
      place,
      codings.themes.map(({ wording }) => wording),
    );
    const release = makeThemeRelease(countedThemes(codings), answers.length, countedThemes(noted));
    const [made] = await tx
      .insert(themeReleases)
      .values({ consultationId, roundId, itemId, release, releasedAt: now })
      .onConflictDoUpdate({
        target: [themeReleases.roundId, themeReleases.itemId],
        set: { release, releasedAt: now },
        setWhere: isNull(themeReleases.publishedAt),
      })
      .returning({ roundId: themeReleases.roundId });
    if (made === undefined) throw new Refusal("themes_published");
    const detail = await numbered(tx, roundId);
    await audit(tx, { consultationId, personId, act: "themes released", detail, at: now });
  });
}

/**
 * Makes whoever asks the second coder of an item, apart from all others, and takes back a release that no report has
 * published: whoever may code may read its counts too. Throws `second_coder_taken`, `no_open_answers`, and
 * `themes_published` once nothing can change any more.
 */
export async function takeSecondPlace(bench: Bench, place: ItemPlace): Promise<void> {
  await requireClosed(bench, place);
  const { personId, now } = bench;
  const { consultationId, roundId, itemId } = place;
  if (personId === null) throw new Refusal("not_signed_in");
  const itsRelease = and(eq(themeReleases.roundId, roundId), eq(themeReleases.itemId, itemId));
  await holdingItem(bench, place, async (tx) => {
    // As at a release: a report that is composed meanwhile waits, or has published the release for good.
    await lockConsultation(tx, consultationId);
    await requireTexts(bench, place);
    if ((await tx.$count(themeReleases, and(itsRelease, isNotNull(themeReleases.publishedAt)))) > 0)
      throw new Refusal("themes_published");
    const [taken] = await tx
      .insert(themeCoders)
      .values({ consultationId, roundId, itemId, secondId: personId })
      .onConflictDoNothing()
      .returning({ roundId: themeCoders.roundId });
    if (taken === undefined) throw new Refusal("second_coder_taken");
    await tx.delete(themeReleases).where(itsRelease);
    const detail = await numbered(tx, roundId);
    await audit(tx, { consultationId, personId, act: "second coder began", detail, at: now });
  });
}

/**
 * Says that one of two is done. Once both are, what they agree on is settled, and each sees what the other coded. Throws
 * `coders_changed` where nobody codes apart, and `answers_to_code`.
 */
export async function sayDone(bench: Bench, place: ItemPlace): Promise<void> {
  await requireClosed(bench, place);
  const { ballot, personId, now } = bench;
  await holdingItem(bench, place, async (tx) => {
    const coders = await codersOf(tx, place);
    if (coders.phase !== "apart") throw new Refusal("coders_changed");
    const slot = slotOf(coders, personId) === "second" ? "second" : "first";
    const own = await codingsIn(ballot, place, slot);
    const { toCode } = counted(standings(await answersOf(ballot, place), own));
    if (toCode > 0) throw new Refusal("answers_to_code", { count: toCode });
    const other = slot === "first" ? coders.done.second : coders.done.first;
    if (other) {
      const { first, second } = await comparisonOf(ballot, place);
      const shared = agreed(first, second).map((coding) => ({ ...coding, slot: "settled" as const }));
      if (shared.length > 0) await ballot.insert(codings).values(shared).onConflictDoNothing();
    }
    await tx
      .update(themeCoders)
      .set(slot === "first" ? { firstDone: true } : { secondDone: true })
      .where(isItem(place));
    const detail = await numbered(tx, place.roundId);
    const { consultationId } = place;
    await audit(tx, { consultationId, personId, act: "coder done", detail, at: now });
  });
}

/**
 * Ends the comparison: what is settled is what is counted, and how far the two agreed is kept. Throws `coders_changed`
 * where none is under way, and `answers_to_code` while an answer on which they differ has nothing settled.
 */
export async function settle(bench: Bench, place: ItemPlace): Promise<void> {
  await requireClosed(bench, place);
  const { ballot, personId, now } = bench;
  const { consultationId } = place;
  await holdingItem(bench, place, async (tx) => {
    const coders = await codersOf(tx, place);
    if (coders.phase !== "comparing") throw new Refusal("coders_changed");
    const settled = await codingsIn(ballot, place, "settled");
    const { toCode } = counted(standings(await answersOf(ballot, place), settled));
    if (toCode > 0) throw new Refusal("answers_to_code", { count: toCode });
    const { agreement } = await comparisonOf(ballot, place);
    await tx.update(themeCoders).set({ agreement: agreement.overall }).where(isItem(place));
    const detail = await numbered(tx, place.roundId);
    await audit(tx, { consultationId, personId, act: "codings settled", detail, at: now });
  });
}
