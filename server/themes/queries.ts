import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { codings, openAnswers, themes } from "@/db/ballot/schema";
import { consultations, destructions, people, rounds, themeReleases } from "@/db/registry/schema";
import { parseThemeRelease, type ThemeRelease } from "@/domain/disclosure/release";
import { itemsOf } from "@/domain/questionnaire/questionnaire";
import { agreementOf, differing } from "@/domain/themes/agreement";
import type { Coding, Codings, Theme } from "@/domain/themes/coding";
import type { BenchAnswer } from "@/domain/themes/progress";
import { destructionDay } from "@/server/theme-releases/destruction-day";
import { notedIn } from "./notes";
import {
  type Bench,
  type Coders,
  codersOf,
  type ItemPlace,
  type RoundPlace,
  requireClosed,
  type Slot,
  slotOf,
} from "./place";

/** The open answers of an item in an order that says nothing and is the same each time. */
export async function answersOf(
  ballot: BallotDatabase,
  { roundId, itemId }: ItemPlace,
): Promise<BenchAnswer[]> {
  const found = await ballot
    .select({ id: openAnswers.id, text: openAnswers.text, consent: openAnswers.consent })
    .from(openAnswers)
    .where(and(eq(openAnswers.roundId, roundId), eq(openAnswers.itemId, itemId)))
    .orderBy(sql`hashtextextended(${openAnswers.id}::text, 0)`);
  return found.map(({ id, text, consent }) => ({ id, text, mayBeReflected: consent === "mayBeReflected" }));
}

/** The themes of an item, in the order of their numbers. */
export async function themesIn(ballot: BallotDatabase, { roundId, itemId }: ItemPlace): Promise<Theme[]> {
  return ballot
    .select({ id: themes.id, number: themes.number, wording: themes.wording })
    .from(themes)
    .where(and(eq(themes.roundId, roundId), eq(themes.itemId, itemId)))
    .orderBy(asc(themes.number));
}

/** The themes of an item and what is coded in one slot. */
export async function codingsIn(ballot: BallotDatabase, place: ItemPlace, slot: Slot): Promise<Codings> {
  const { roundId, itemId } = place;
  const coded = await ballot
    .select({ answerId: codings.answerId, themeId: codings.themeId })
    .from(codings)
    .innerJoin(openAnswers, eq(openAnswers.id, codings.answerId))
    .where(and(eq(openAnswers.roundId, roundId), eq(openAnswers.itemId, itemId), eq(codings.slot, slot)));
  return { themes: await themesIn(ballot, place), codings: coded };
}

/** What two coded apart, with how far they agree; only once both are done. */
export async function comparisonOf(ballot: BallotDatabase, place: ItemPlace) {
  const [{ themes: found, codings: first }, { codings: second }, answers] = await Promise.all([
    codingsIn(ballot, place, "first"),
    codingsIn(ballot, place, "second"),
    answersOf(ballot, place),
  ]);
  const codable = answers.flatMap(({ id, mayBeReflected }) => (mayBeReflected ? [id] : []));
  const agreement = agreementOf({ themes: found, first, second }, codable);
  return { first, second, agreement, differing: differing(first, second) };
}

/** What the page is told of who codes how: of two who code apart nothing but that they do. */
async function shownCoders(bench: Bench, coders: Coders, place: ItemPlace) {
  if (coders.phase === "together") return { phase: coders.phase } as const;
  const [second] = await bench.registry
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, coders.secondId));
  const shared = { second: second?.name ?? second?.email ?? "", mine: coders.secondId === bench.personId };
  if (coders.phase === "settled")
    return { phase: coders.phase, ...shared, agreement: coders.agreement } as const;
  if (coders.phase === "apart") return { phase: coders.phase, ...shared, done: coders.done } as const;
  const comparison: Comparison = await comparisonOf(bench.ballot, place);
  return { phase: coders.phase, ...shared, ...comparison } as const;
}
type Comparison = {
  readonly first: readonly Coding[];
  readonly second: readonly Coding[];
  readonly agreement: ReturnType<typeof agreementOf>;
  readonly differing: readonly string[];
};

/** What a release shows: of the answers, and apart of the notes where any were coded. */
const tablesOf = ({ table, floor }: ThemeRelease) => ({ table, floor: floor ?? null });

/** Whether notes wait: whoever of two coded them would show the other what they find. */
export const waitForCoders = ({ phase }: Coders): boolean => phase === "apart" || phase === "comparing";

/** What changes at the bench while somebody works at it: themes, codings, coders and the release of one item. */
export async function codingOf(bench: Bench, place: ItemPlace) {
  await requireClosed(bench, place);
  const coders = await codersOf(bench.registry, place);
  const [released] = await bench.registry
    .select()
    .from(themeReleases)
    .where(and(eq(themeReleases.roundId, place.roundId), eq(themeReleases.itemId, place.itemId)));
  return {
    codings: await codingsIn(bench.ballot, place, slotOf(coders, bench.personId)),
    /** What is coded of the notes from the floor, apart; nothing while two code apart or compare. */
    noted: waitForCoders(coders) ? [] : await notedIn(bench.registry, place),
    coders: await shownCoders(bench, coders, place),
    // A release of a time when the second place did not take it back would show what the first coded.
    released:
      coders.phase === "apart" || released === undefined
        ? null
        : {
            ...tablesOf(parseThemeRelease(released.release)),
            releasedAt: released.releasedAt.toISOString(),
            publishedAt: released.publishedAt?.toISOString() ?? null,
          },
  };
}

/** The bench of one round or window: its items with open answers, and when these are destroyed. Texts come item by item. */
export async function benchOf(bench: Bench, place: RoundPlace) {
  const { registry, ballot } = bench;
  await requireClosed(bench, place);
  const { consultationId, roundId } = place;
  const [consultation] = await registry
    .select({ number: rounds.number, timeZone: rounds.timeZone, questionnaire: rounds.questionnaire })
    .from(consultations)
    .leftJoin(rounds, and(eq(rounds.consultationId, consultations.id), eq(rounds.id, roundId)))
    .where(eq(consultations.id, consultationId));
  const held = await ballot
    .select({ itemId: openAnswers.itemId, count: sql<number>`count(*)::int` })
    .from(openAnswers)
    .where(eq(openAnswers.roundId, roundId))
    .groupBy(openAnswers.itemId);
  const released = await registry
    .select({ itemId: themeReleases.itemId })
    .from(themeReleases)
    .where(eq(themeReleases.roundId, roundId));
  const [destroyed] = await registry
    .select({ at: destructions.destroyedAt })
    .from(destructions)
    .where(eq(destructions.consultationId, consultationId));
  const items = consultation?.questionnaire == null ? [] : itemsOf(consultation.questionnaire);
  const asked = items.filter(({ kind }) => kind === "text");
  // A window asks nothing of a questionnaire: what was written in it stands under an item of its own.
  const others = held.filter(({ itemId }) => !asked.some(({ id }) => id === itemId));
  return {
    number: consultation?.number ?? null,
    timeZone: consultation?.timeZone ?? "UTC",
    items: [
      ...asked.map(({ id, prompt }) => ({ itemId: id, prompt })),
      ...others.map(({ itemId }) => ({ itemId, prompt: null })),
    ].map((item) => ({
      ...item,
      answers: held.find(({ itemId }) => itemId === item.itemId)?.count ?? 0,
      released: released.some(({ itemId }) => itemId === item.itemId),
    })),
    destruction: await destructionDay(registry, consultationId),
    destroyedAt: destroyed?.at.toISOString() ?? null,
  };
}

/** Items of a consultation with open answers that may be reflected, by round. */
export async function itemsWithAnswers(
  ballot: BallotDatabase,
  roundIds: readonly string[],
): Promise<{ readonly roundId: string; readonly itemId: string }[]> {
  if (roundIds.length === 0) return [];
  return ballot
    .selectDistinct({ roundId: openAnswers.roundId, itemId: openAnswers.itemId })
    .from(openAnswers)
    .where(and(inArray(openAnswers.roundId, [...roundIds]), eq(openAnswers.consent, "mayBeReflected")));
}
