import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, invitations, releases, rounds, seats } from "@/db/registry/schema";
import { fromBase64Url, toBase64Url } from "@/domain/anonymity/encoding";
import { Refusal } from "@/domain/refusal";
import type { CardSheet, HeadOfSheet, QuestionnaireSheet, RoundOnSheet } from "@/domain/sheets/sheet";
import { publicPapers } from "@/server/background-papers/queries";
import { coHostNames } from "@/server/consultations/co-hosts";
import { questionnaireHash, sha256 } from "@/server/hashing";
import { fingerprintOfConsultation } from "@/server/manifest/queries";
import { circulatedPaper } from "@/server/papers/circulated";
import { OPENED_STAGES } from "@/server/rounds/opened";

type Consultation = typeof consultations.$inferSelect;

async function headOf(
  db: RegistryDatabase,
  { id, slug, title, subject, rule, simulated }: Consultation,
  publicUrl: string,
): Promise<HeadOfSheet> {
  return {
    ...{ title, subject, rule, simulated },
    coHosts: await coHostNames(db, id),
    fingerprint: await fingerprintOfConsultation(db, id),
    address: new URL(`/c/${slug}`, publicUrl).href,
  };
}

/** A consultation's rounds in their order, each with its id. */
async function roundsOf(db: RegistryDatabase, consultationId: string) {
  const rows = await db
    .select({ round: rounds, closedAt: releases.closedAt })
    .from(rounds)
    .leftJoin(releases, eq(releases.roundId, rounds.id))
    .where(eq(rounds.consultationId, consultationId))
    .orderBy(asc(rounds.number));
  return rows.map(({ round, closedAt }) => {
    const { id, number, level, stage, opensAt, closesAt, timeZone } = round;
    const times = { opensAt: opensAt.toISOString(), closesAt: (closedAt ?? closesAt).toISOString() };
    const onSheet: RoundOnSheet = { number, of: rows.length, level, stage, timeZone, ...times };
    return { id, onSheet, questionnaire: round.questionnaire };
  });
}

type Asked = { readonly by: "slug"; readonly slug: string } | { readonly by: "id"; readonly id: string };

async function consultationOf(db: RegistryDatabase, asked: Asked): Promise<Consultation> {
  const named = asked.by === "slug" ? eq(consultations.slug, asked.slug) : eq(consultations.id, asked.id);
  const [found] = await db.select().from(consultations).where(named);
  if (found === undefined) throw new Refusal("not_found");
  return found;
}

async function sheetOf(
  db: RegistryDatabase,
  consultation: Consultation,
  isIt: (round: Awaited<ReturnType<typeof roundsOf>>[number]) => boolean,
  publicUrl: string,
): Promise<QuestionnaireSheet> {
  const round = (await roundsOf(db, consultation.id)).find(isIt);
  if (round === undefined) throw new Refusal("not_found");
  const background = await publicPapers(db, consultation.slug);
  const { questionnaire } = round;
  return {
    ...(await headOf(db, consultation, publicUrl)),
    round: round.onSheet,
    questionnaire,
    questionnaireHash: round.onSheet.stage === "draft" ? null : questionnaireHash(questionnaire),
    paper: await circulatedPaper(db, round.id),
    background: (background.find(({ roundId }) => roundId === round.id)?.papers ?? []).filter(
      ({ withdrawn }) => withdrawn === null,
    ),
  };
}

/** The questionnaire of a round that has opened, to print. A draft may still change, so it is `not_found`. */
export async function openedSheet(
  db: RegistryDatabase,
  { slug, number }: { readonly slug: string; readonly number: number },
  publicUrl: string,
): Promise<QuestionnaireSheet> {
  const opened: readonly string[] = OPENED_STAGES;
  const isIt = ({ onSheet }: { onSheet: RoundOnSheet }) =>
    onSheet.number === number && opened.includes(onSheet.stage);
  return sheetOf(db, await consultationOf(db, { by: "slug", slug }), isIt, publicUrl);
}

/** The questionnaire of any round, to print, for those who work on it. Throws `not_found`. */
export async function sheetInPreparation(
  db: RegistryDatabase,
  { consultationId, roundId }: { readonly consultationId: string; readonly roundId: string },
  publicUrl: string,
): Promise<QuestionnaireSheet> {
  const consultation = await consultationOf(db, { by: "id", id: consultationId });
  return sheetOf(db, consultation, ({ id }) => id === roundId, publicUrl);
}

/**
 * Cards for links that were just made, which whoever holds them sends back: of each the hash is looked up, and nothing is
 * kept. Names come from the panel. Throws `cards_without_fingerprint` before enrolment opens, `cards_links_unknown` where a
 * link leads to no seat of this consultation.
 */
export async function cardsFor(
  db: RegistryDatabase,
  { consultationId, tokens }: { readonly consultationId: string; readonly tokens: readonly string[] },
  publicUrl: string,
): Promise<CardSheet> {
  const consultation = await consultationOf(db, { by: "id", id: consultationId });
  const head = await headOf(db, consultation, publicUrl);
  if (head.fingerprint === null) throw new Refusal("cards_without_fingerprint");
  const hashOf = (token: string) => sha256(fromBase64Url(token));
  const found = await db
    .select({ hash: invitations.tokenHash, delegation: seats.delegation, place: seats.place })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .where(and(eq(seats.consultationId, consultationId), inArray(invitations.tokenHash, tokens.map(hashOf))));
  const seatOf = new Map(found.map(({ hash, ...seat }) => [toBase64Url(new Uint8Array(hash)), seat]));
  const cards = tokens.flatMap((token) => {
    const seat = seatOf.get(toBase64Url(hashOf(token)));
    return seat === undefined ? [] : [{ ...seat, link: `${head.address}/join#${token}` }];
  });
  const count = tokens.length - cards.length;
  if (count > 0) throw new Refusal("cards_links_unknown", { count });
  const planned = (await roundsOf(db, consultationId)).map(({ onSheet }) => onSheet);
  const round = planned.find(({ stage }) => stage !== "closed") ?? null;
  return { ...head, round, cards };
}
