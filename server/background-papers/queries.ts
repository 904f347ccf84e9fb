import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { backgroundPapers, consultations, rounds } from "@/db/registry/schema";
import {
  type BackgroundPaper,
  LANGUAGES,
  type PaperLanguage,
} from "@/domain/background-papers/background-paper";
import { type Actor, may } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";
import type { FileToRead } from "./files";

type Row = typeof backgroundPapers.$inferSelect;

/** A row of another time may name a language that is no longer offered. */
const languageOf = (language: string): PaperLanguage =>
  LANGUAGES.find((offered) => offered === language) ?? "other";

function asRead(row: Row): BackgroundPaper {
  const { id, title, language, format, size, sha256, withdrawnAt, withdrawnReason } = row;
  const withdrawn =
    withdrawnAt === null ? null : { at: withdrawnAt.toISOString(), reason: withdrawnReason ?? "" };
  return { id, title, language: languageOf(language), format, size, sha256, withdrawn };
}

/** The papers of a round as its hosts arrange them. Throws `not_found`. */
export async function papersDesk(
  db: RegistryDatabase,
  { consultationId, roundId }: { readonly consultationId: string; readonly roundId: string },
  actor: Actor,
) {
  const [round] = await db
    .select({
      number: rounds.number,
      stage: rounds.stage,
      timeZone: rounds.timeZone,
      slug: consultations.slug,
    })
    .from(rounds)
    .innerJoin(consultations, eq(consultations.id, rounds.consultationId))
    .where(and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId)));
  if (round === undefined) throw new Refusal("not_found");
  const { stage, ...shown } = round;
  const rows = await db
    .select()
    .from(backgroundPapers)
    .where(eq(backgroundPapers.roundId, roundId))
    .orderBy(asc(backgroundPapers.position));
  return {
    /** What whoever asks may do here; pages leave out the rest, procedures refuse it. */
    mine: { prepare: may(actor, "prepare", consultationId) },
    ...shown,
    /** Nothing of it changes any more, but that a paper can be withdrawn with a reason. */
    fixed: stage !== "draft",
    papers: rows.map((row) => ({ ...asRead(row), version: row.version })),
  };
}

/** The papers of a round, in the hosts' order. */
export type RoundPapers = {
  readonly roundId: string;
  readonly number: number;
  readonly papers: readonly BackgroundPaper[];
};

/** The background papers of a consultation as everybody may read them, by round. Throws `not_found`. */
export async function publicPapers(db: RegistryDatabase, slug: string): Promise<RoundPapers[]> {
  const [consultation] = await db
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.slug, slug));
  if (consultation === undefined) throw new Refusal("not_found");
  const found = await db
    .select({ number: rounds.number, paper: backgroundPapers })
    .from(backgroundPapers)
    .innerJoin(rounds, eq(rounds.id, backgroundPapers.roundId))
    .where(eq(rounds.consultationId, consultation.id))
    .orderBy(asc(rounds.number), asc(backgroundPapers.position));
  const byRound = Map.groupBy(found, ({ paper }) => paper.roundId);
  return [...byRound].map(([roundId, entries]) => ({
    roundId,
    number: entries[0]?.number ?? 0,
    papers: entries.map(({ paper }) => asRead(paper)),
  }));
}

/** One paper of a consultation with where its file lies. Throws `not_found`, `background_paper_withdrawn`. */
export async function paperToHandOut(
  db: RegistryDatabase,
  slug: string,
  paperId: string,
): Promise<BackgroundPaper & { readonly file: FileToRead }> {
  const [found] = await db
    .select({ paper: backgroundPapers })
    .from(backgroundPapers)
    .innerJoin(rounds, eq(rounds.id, backgroundPapers.roundId))
    .innerJoin(consultations, eq(consultations.id, rounds.consultationId))
    .where(and(eq(backgroundPapers.id, paperId), eq(consultations.slug, slug)));
  if (found === undefined) throw new Refusal("not_found");
  const { fileId, place, size } = found.paper;
  if (fileId === null) throw new Refusal("background_paper_withdrawn");
  return { ...asRead(found.paper), file: { fileId, place, size } };
}
