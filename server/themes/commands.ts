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
import { counted, countsOf, standings } from "@/domain/themes/progress";
import { wordingIssues } from "@/domain/themes/wording";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { changeIn } from "./change";
import { type Bench, codersOf, holdingItem, type ItemPlace, requireClosed, slotOf } from "./place";
import { answersOf, codingOf, codingsIn, comparisonOf } from "./queries";

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
 * Throws `no_open_answers` where an item has none, or none any more. While the item is held, since texts are destroyed only
 * then.
 */
async function requireAnswers({ ballot }: Bench, { roundId, itemId }: ItemPlace): Promise<void> {
  const here = and(eq(openAnswers.roundId, roundId), eq(openAnswers.itemId, itemId));
  if ((await ballot.$count(openAnswers, here)) === 0) throw new Refusal("no_open_answers");
}

/**
 * Changes themes and codings of an item and gives what undoes it, and how the bench stands then. Throws `wording_to_mend`,
 * `theme_changed`, `no_open_answers`, and `themes_fixed` where themes would be merged or removed while two code apart.
 */
export async function changeThemes(bench: Bench, place: ItemPlace, change: Change) {
  await requireClosed(bench, place);
  await requireParaphrased(bench, place, [
    ...change.add.map(({ wording }) => wording),
    ...change.rename.map(({ to }) => to),
  ]);
  const undo = await holdingItem(bench, place, async (tx) => {
    await requireAnswers(bench, place);
    const coders = await codersOf(tx, place);
    const apart = coders.phase === "apart" || coders.phase === "comparing";
    if (apart && change.merge.length + change.remove.length > 0) throw new Refusal("themes_fixed");
    return bench.ballot.transaction((box) => changeIn(box, place, slotOf(coders, bench.personId), change));
  });
  return { undo: changesNothing(undo) ? null : undo, bench: await codingOf(bench, place) };
}

/**
 * Releases the themes of an item as they are counted now; it may be repeated until a report with them is published. Throws
 * `coders_not_settled`, `answers_to_code`, `wording_to_mend`, `themes_published`, `no_open_answers`.
 */
export async function releaseThemes(bench: Bench, place: ItemPlace): Promise<void> {
  await requireClosed(bench, place);
  const { ballot, personId, now } = bench;
  const { consultationId, roundId, itemId } = place;
  await holdingItem(bench, place, async (tx) => {
    // A report is composed under this lock: it publishes the release that it holds for good, and no later one.
    await lockConsultation(tx, consultationId);
    const coders = await codersOf(tx, place);
    if (coders.phase === "apart" || coders.phase === "comparing") throw new Refusal("coders_not_settled");
    await requireAnswers(bench, place);
    const answers = await answersOf(ballot, place);
    const codings = await codingsIn(ballot, place, slotOf(coders, personId));
    const { toCode } = counted(standings(answers, codings));
    if (toCode > 0) throw new Refusal("answers_to_code", { count: toCode });
    await requireParaphrased(
      bench,
      place,
      codings.themes.map(({ wording }) => wording),
    );
    const counts = countsOf(codings);
    const release = makeThemeRelease(
      codings.themes.map(({ id, wording }) => ({ id, wording, count: counts.get(id) ?? 0 })),
      answers.length,
    );
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
    await requireAnswers(bench, place);
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
