import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, editions, releases, rounds, signedNotes } from "@/db/registry/schema";
import { canonicalJson, toHex } from "@/domain/anonymity/encoding";
import { editionKind } from "@/domain/edition/edition";
import {
  type NotedSubject,
  type SignedContent,
  type Subject,
  signedBytes,
  subjectKey,
} from "@/domain/edition/signed";
import { Refusal } from "@/domain/refusal";
import { sha256 } from "@/server/hashing";
import { signedLetter } from "@/server/letters/queries";
import { draftsOf } from "@/server/publication/queries";
import { composedReport } from "@/server/reports/compose";

type SignedReport = Extract<SignedContent, { of: "report" }>;
export type EditionRow = typeof editions.$inferSelect;

/** Every edition of a report, the first one first. */
export async function editionsOf(db: RegistryDatabase, consultationId: string): Promise<EditionRow[]> {
  return db
    .select()
    .from(editions)
    .where(eq(editions.consultationId, consultationId))
    .orderBy(asc(editions.number));
}

/** What hosts have written for a subject so far; version 0 where nobody has. */
export async function noteFor(db: RegistryDatabase, consultationId: string, subject: NotedSubject) {
  const [note] = await db
    .select({ text: signedNotes.text, version: signedNotes.version })
    .from(signedNotes)
    .where(and(eq(signedNotes.consultationId, consultationId), eq(signedNotes.subject, subjectKey(subject))));
  return note ?? { text: "", version: 0 };
}

async function kindOf(db: RegistryDatabase, consultationId: string) {
  const planned = await db
    .select({ publishedAt: releases.publishedAt })
    .from(rounds)
    .leftJoin(releases, eq(releases.roundId, rounds.id))
    .where(eq(rounds.consultationId, consultationId));
  return editionKind(planned.map(({ publishedAt }) => ({ published: publishedAt !== null })));
}

/** The next edition as it would be published now; null while no round is published. Throws `not_found`. */
export async function composedEdition(
  db: RegistryDatabase,
  consultationId: string,
): Promise<SignedReport | null> {
  const [consultation] = await db.select().from(consultations).where(eq(consultations.id, consultationId));
  if (consultation === undefined) throw new Refusal("not_found");
  const report = await composedReport(db, consultation);
  if (report === null) return null;
  const before = (await editionsOf(db, consultationId)).at(-1);
  const note = await noteFor(db, consultationId, { of: "report" });
  const corrects = before !== undefined && before.withdrawnAt === null && note.text !== "";
  const kind = await kindOf(db, consultationId);
  const letter = await signedLetter(db, consultationId);
  return { of: "report", kind, report, letter, corrigendum: corrects ? note.text : null };
}

/** Whether an edition says what would be published now. One of before documents were kept never does. */
export function saysTheSame(
  { document, letter, kind }: EditionRow,
  composed: Pick<SignedReport, "report" | "letter" | "kind">,
): boolean {
  if (document === null) return false;
  const said = ({ report, letter, kind }: Pick<SignedReport, "report" | "letter" | "kind">) =>
    canonicalJson({ report, letter, kind });
  return said({ report: document, letter, kind }) === said(composed);
}

async function reportNow(db: RegistryDatabase, consultationId: string): Promise<SignedReport> {
  const composed = await composedEdition(db, consultationId);
  if (composed === null) throw new Refusal("report_without_findings");
  const standing = (await editionsOf(db, consultationId)).findLast(({ withdrawnAt }) => withdrawnAt === null);
  if (standing !== undefined && saysTheSame(standing, composed)) throw new Refusal("already_published");
  return composed;
}

async function findingsNow(
  db: RegistryDatabase,
  consultationId: string,
  roundId: string,
): Promise<SignedContent> {
  const { publishedAt, questionnaire, release, findings, chosen } = await draftsOf(
    db,
    consultationId,
    roundId,
  );
  if (publishedAt !== null) throw new Refusal("already_published");
  return { of: "findings", roundId, questionnaire, release, findings, chosen };
}

async function withdrawalNow(
  db: RegistryDatabase,
  consultationId: string,
  number: number,
): Promise<SignedContent> {
  const edition = (await editionsOf(db, consultationId)).find((one) => one.number === number);
  if (edition === undefined) throw new Refusal("not_found");
  if (edition.withdrawnAt !== null) throw new Refusal("already_withdrawn", { number });
  const { text: reason } = await noteFor(db, consultationId, { of: "withdrawal", number });
  if (reason === "") throw new Refusal("withdrawal_without_reason");
  return { of: "withdrawal", number, edition: edition.hash, reason };
}

/**
 * What the act would publish if it were done now. Throws `not_found`; `not_released`, `report_without_findings` and
 * `withdrawal_without_reason` where it cannot be done yet; `already_published` and `already_withdrawn` where it is done.
 */
export async function contentNow(
  db: RegistryDatabase,
  consultationId: string,
  subject: Subject,
): Promise<SignedContent> {
  if (subject.of === "findings") return findingsNow(db, consultationId, subject.roundId);
  return subject.of === "report"
    ? reportNow(db, consultationId)
    : withdrawalNow(db, consultationId, subject.number);
}

/** The name of one exact version: SHA-256 of what is signed, in hexadecimal. */
export const hashOf = (content: SignedContent): string => toHex(sha256(signedBytes(content)));
