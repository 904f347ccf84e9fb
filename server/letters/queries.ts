import "server-only";
import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, reportDrafts } from "@/db/registry/schema";
import { type Actor, may } from "@/domain/consultation/access";
import { localTimeOf } from "@/domain/consultation/consultation";
import { letterWordIssues } from "@/domain/edition/circulated-words";
import { defaultLetter, withSignatories } from "@/domain/letter/default-letter";
import { letterIssues } from "@/domain/letter/issues";
import type { Letter } from "@/domain/letter/letter";
import { type LetterStanding, letterStanding } from "@/domain/letter/standing";
import { Refusal } from "@/domain/refusal";
import type { RoundFacts } from "@/domain/report/facts";
import { coHostNames } from "@/server/consultations/co-hosts";
import { givenWords } from "@/server/editions/given-words";
import { publishedRounds } from "@/server/publication/queries";
import { LANGUAGE } from "./language";

/** A round as the letter tells of it. */
const told = ({ opensAt, closedAt, timeZone, release }: RoundFacts) => ({
  opensAt,
  closedAt,
  timeZone,
  severalSeats: release.participation.severalSeats === true,
});

/**
 * The letter as it was saved last, or one to begin from. A co-host that joined since has a line to fill. Throws
 * `not_found`.
 */
export async function letterOf(db: RegistryDatabase, consultationId: string, actor: Actor, now: Date) {
  const [found] = await db
    .select({ consultation: consultations, draft: reportDrafts })
    .from(consultations)
    .leftJoin(reportDrafts, eq(reportDrafts.consultationId, consultations.id))
    .where(eq(consultations.id, consultationId));
  if (found === undefined) throw new Refusal("not_found");
  const { consultation, draft } = found;
  const [coHosts, rounds] = await Promise.all([
    coHostNames(db, consultationId),
    publishedRounds(db, consultationId),
  ]);
  const timeZone = rounds.at(-1)?.timeZone ?? "UTC";
  const { title, subject, rule } = consultation;
  const today = localTimeOf(now, timeZone).slice(0, 10);
  const place = (timeZone.split("/")[1] ?? "").replaceAll("_", " ");
  const letter =
    draft?.letter ??
    defaultLetter({ title, subject, rule, coHosts, rounds: rounds.map(told), today, place }, LANGUAGE);
  return {
    mine: { compose: may(actor, "compose", consultationId) },
    version: draft?.letterVersion ?? 0,
    coHosts,
    given: await givenWords(db, consultationId),
    letter: withSignatories(letter, coHosts, LANGUAGE),
  };
}

async function savedLetter(db: RegistryDatabase, consultationId: string): Promise<Letter | null> {
  const [draft] = await db
    .select({ letter: reportDrafts.letter })
    .from(reportDrafts)
    .where(eq(reportDrafts.consultationId, consultationId));
  return draft?.letter ?? null;
}

/** The letter that an edition signed now would carry: null where none was saved, and where it has something to put right. */
export async function signedLetter(db: RegistryDatabase, consultationId: string): Promise<Letter | null> {
  const letter = await savedLetter(db, consultationId);
  if (letter === null) return null;
  const given = await givenWords(db, consultationId);
  const issues = [...letterIssues(letter, given.coHosts), ...letterWordIssues(letter, given)];
  return issues.length === 0 ? letter : null;
}

/** How the saved letter stands to the edition that would be published now, for whoever is about to sign it. */
export async function standingOfLetter(
  db: RegistryDatabase,
  consultationId: string,
): Promise<LetterStanding> {
  const [letter, coHosts, rounds] = await Promise.all([
    savedLetter(db, consultationId),
    coHostNames(db, consultationId),
    publishedRounds(db, consultationId),
  ]);
  const last = rounds.at(-1);
  const closed = last === undefined ? null : localTimeOf(new Date(last.closedAt), last.timeZone).slice(0, 10);
  return letterStanding(letter, coHosts, closed);
}
