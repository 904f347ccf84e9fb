import "server-only";
import { and, asc, eq, inArray, isNotNull, lt, or } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, releases, rounds } from "@/db/registry/schema";
import { parseRelease, type Release } from "@/domain/disclosure/release";
import { type Finding, findingsOf } from "@/domain/findings/finding";
import { type ItemMovement, movementOf } from "@/domain/findings/movement";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { Refusal } from "@/domain/refusal";
import type { ItemThemes } from "@/domain/report/themes";
import type { ChosenWords } from "@/domain/wording/chosen";
import { coHostNames } from "@/server/consultations/co-hosts";
import { type ReleasedThemes, themesOf } from "@/server/theme-releases/queries";
import { chosenWords } from "@/server/wordings/queries";

/** What one round shows, drafted or published. Moments are ISO strings. */
export type RoundFindings = {
  readonly id: string;
  readonly number: number;
  readonly level: "expert" | "highLevel";
  readonly opensAt: string;
  readonly closesAt: string;
  readonly closedAt: string;
  /** Null while hosts and rapporteurs alone see it. */
  readonly publishedAt: string | null;
  readonly timeZone: string;
  readonly questionnaire: Questionnaire;
  readonly release: Release;
  readonly findings: readonly Finding[];
  /** The words that the chair chose, which stand from the publication on; the others stand as drafted. */
  readonly chosen: ChosenWords;
  /** What its open answers raised, as far as it is released. */
  readonly themes: readonly ItemThemes[];
};

type Row = { readonly round: typeof rounds.$inferSelect; readonly released: typeof releases.$inferSelect };

/** Findings are drafted from the release each time: it alone is kept, and the same release gives the same words. */
function roundFindings(
  { round, released }: Row,
  chosen: ChosenWords = {},
  themes: readonly ReleasedThemes[] = [],
): RoundFindings {
  const release = parseRelease(released.release);
  return {
    id: round.id,
    number: round.number,
    level: round.level,
    opensAt: round.opensAt.toISOString(),
    closesAt: round.closesAt.toISOString(),
    closedAt: released.closedAt.toISOString(),
    publishedAt: released.publishedAt?.toISOString() ?? null,
    timeZone: round.timeZone,
    questionnaire: round.questionnaire,
    release,
    findings: findingsOf(round.questionnaire, release),
    chosen,
    themes: itemsThemes(round, themes),
  };
}

/** The released themes of a round with the items that they answer. */
function itemsThemes(
  { id, number, questionnaire }: Row["round"],
  released: readonly ReleasedThemes[],
): ItemThemes[] {
  return questionnaire.agendaQuestions.flatMap((question) =>
    question.items.flatMap((item) =>
      released
        .filter(({ roundId, itemId }) => roundId === id && itemId === item.id)
        .map(({ release }) => ({
          round: number,
          agendaQuestionId: question.id,
          itemId: item.id,
          prompt: item.prompt,
          release,
        })),
    ),
  );
}

/**
 * The findings drafted for a round, and its movement since the rounds that closed before it. Throws `not_found`, and
 * `not_released` until the round has closed.
 */
export async function draftsOf(
  db: RegistryDatabase,
  consultationId: string,
  roundId: string,
): Promise<RoundFindings & { readonly slug: string; readonly movements: readonly ItemMovement[] }> {
  const [found] = await db
    .select({ round: rounds, released: releases, slug: consultations.slug })
    .from(rounds)
    .innerJoin(consultations, eq(consultations.id, rounds.consultationId))
    .leftJoin(releases, eq(releases.roundId, rounds.id))
    .where(and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId)));
  if (found === undefined) throw new Refusal("not_found");
  const { round, released, slug } = found;
  if (released === null) throw new Refusal("not_released");
  const words = await chosenWords(db, [roundId]);
  const drafted = roundFindings({ round, released }, words.get(roundId));
  const earlier = await db
    .select({ round: rounds, released: releases })
    .from(rounds)
    .innerJoin(releases, eq(releases.roundId, rounds.id))
    .where(and(eq(rounds.consultationId, consultationId), lt(rounds.number, round.number)));
  return {
    ...drafted,
    slug,
    movements: movementOf(
      drafted,
      earlier.map((row) => roundFindings(row)),
    ),
  };
}

/**
 * Every published round of a consultation, the first round first. `shown` names rounds that are among them as soon as they
 * are released: those that a session in the room has been at.
 */
export async function publishedRounds(
  db: RegistryDatabase,
  consultationId: string,
  shown: readonly string[] = [],
): Promise<RoundFindings[]> {
  const found = await db
    .select({ round: rounds, released: releases })
    .from(rounds)
    .innerJoin(releases, eq(releases.roundId, rounds.id))
    .where(
      and(
        eq(rounds.consultationId, consultationId),
        or(isNotNull(releases.publishedAt), inArray(rounds.id, [...shown])),
      ),
    )
    .orderBy(asc(rounds.number));
  const words = await chosenWords(
    db,
    found.map(({ round }) => round.id),
  );
  const themes = await themesOf(db, consultationId);
  return found.map((row) => roundFindings(row, words.get(row.round.id), themes));
}

/** The tabs over a round's page: which rounds there are, and which of them a reader can open. */
async function roundsOf(db: RegistryDatabase, consultationId: string) {
  const found = await db
    .select({
      number: rounds.number,
      opensAt: rounds.opensAt,
      timeZone: rounds.timeZone,
      stage: rounds.stage,
      publishedAt: releases.publishedAt,
    })
    .from(rounds)
    .leftJoin(releases, eq(releases.roundId, rounds.id))
    .where(eq(rounds.consultationId, consultationId))
    .orderBy(asc(rounds.number));
  return found.map(({ number, opensAt, timeZone, stage, publishedAt }) => ({
    number,
    opensAt: opensAt.toISOString(),
    timeZone,
    stage,
    published: publishedAt !== null,
  }));
}

/**
 * What everybody may read of a round. Throws `not_found` for a round that does not exist and for one that is not
 * published: the two cannot be told apart.
 */
export async function publishedRound(db: RegistryDatabase, slug: string, number: number) {
  const [consultation] = await db.select().from(consultations).where(eq(consultations.slug, slug));
  if (consultation === undefined) throw new Refusal("not_found");
  const published = await publishedRounds(db, consultation.id);
  const round = published.find((one) => one.number === number);
  if (round === undefined) throw new Refusal("not_found");
  // Themes are published by the report alone, which every co-hosting mission signs; until then they can be released anew.
  const { themes: _, ...shown } = round;
  const { title, simulated } = consultation;
  return {
    title,
    slug,
    simulated,
    coHosts: await coHostNames(db, consultation.id),
    rounds: await roundsOf(db, consultation.id),
    round: shown,
    movements: movementOf(
      round,
      published.filter((one) => one.number < number),
    ),
  };
}
