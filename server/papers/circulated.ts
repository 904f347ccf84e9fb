import "server-only";
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, paperCirculations, papers, rounds } from "@/db/registry/schema";
import { type Paper, paragraphsOf } from "@/domain/paper/paper";
import { Refusal } from "@/domain/refusal";
import { OPENED_STAGES, openedRound } from "@/server/rounds/opened";

/** A version of a paper under its number. */
export type NumberedPaper = Paper & { readonly number: number };

const ofCirculation = and(
  eq(papers.consultationId, paperCirculations.consultationId),
  eq(papers.number, paperCirculations.number),
);

const asPaper = { number: papers.number, title: papers.title, blocks: papers.blocks };

/** The version that a round circulates or is to circulate; null for none. */
export async function circulatedPaper(db: RegistryDatabase, roundId: string): Promise<NumberedPaper | null> {
  const [paper] = await db
    .select(asPaper)
    .from(paperCirculations)
    .innerJoin(papers, ofCirculation)
    .where(eq(paperCirculations.roundId, roundId));
  return paper ?? null;
}

/** At which paragraphs the items of a round may point that circulates this paper. */
export const paragraphIdsOf = (paper: Paper | null): string[] =>
  paper === null ? [] : paragraphsOf(paper).map(({ paragraph }) => paragraph.id);

/** A version that a round has circulated, with the numbers of all rounds that did. */
export type CirculatedVersion = NumberedPaper & {
  readonly rounds: readonly number[];
  readonly reasons: (typeof papers.$inferSelect)["reasons"];
};

/** The versions that everybody may read, since a round that circulates them has opened; the first one first. */
export async function circulatedVersions(
  db: RegistryDatabase,
  consultationId: string,
): Promise<CirculatedVersion[]> {
  const found = await db
    .select({ ...asPaper, reasons: papers.reasons, round: rounds.number })
    .from(paperCirculations)
    .innerJoin(papers, ofCirculation)
    .innerJoin(rounds, eq(rounds.id, paperCirculations.roundId))
    .where(and(eq(papers.consultationId, consultationId), inArray(rounds.stage, OPENED_STAGES)))
    .orderBy(asc(papers.number), asc(rounds.number));
  const versions = new Map<number, CirculatedVersion>();
  for (const { round, ...version } of found) {
    const earlier = versions.get(version.number)?.rounds ?? [];
    versions.set(version.number, { ...version, rounds: [...earlier, round] });
  }
  return [...versions.values()];
}

/** Whether any round circulates this version or is to. */
export async function isToCirculate(
  db: RegistryDatabase,
  { consultationId, number }: { readonly consultationId: string; readonly number: number },
): Promise<boolean> {
  const [chosen] = await db
    .select({ roundId: paperCirculations.roundId })
    .from(paperCirculations)
    .where(and(eq(paperCirculations.consultationId, consultationId), eq(paperCirculations.number, number)))
    .limit(1);
  return chosen !== undefined;
}

/** Whether a round that circulates this version has begun to open: from then on it stays as it is. */
export async function isFixed(
  db: RegistryDatabase,
  { consultationId, number }: { readonly consultationId: string; readonly number: number },
): Promise<boolean> {
  const [begun] = await db
    .select({ id: rounds.id })
    .from(paperCirculations)
    .innerJoin(rounds, eq(rounds.id, paperCirculations.roundId))
    .where(
      and(
        eq(paperCirculations.consultationId, consultationId),
        eq(paperCirculations.number, number),
        ne(rounds.stage, "draft"),
      ),
    )
    .limit(1);
  return begun !== undefined;
}

async function consultationNamed(db: RegistryDatabase, slug: string) {
  const [consultation] = await db.select().from(consultations).where(eq(consultations.slug, slug));
  if (consultation === undefined) throw new Refusal("not_found");
  return consultation;
}

/**
 * A version as everybody may read it, with the one before it among those that were circulated. Throws `not_found` for one
 * that does not exist and for one that no opened round circulates: the two cannot be told apart.
 */
export async function publicPaper(db: RegistryDatabase, slug: string, number: number) {
  const { id, title, simulated } = await consultationNamed(db, slug);
  const versions = await circulatedVersions(db, id);
  const at = versions.findIndex((version) => version.number === number);
  const { reasons: _, ...paper } = versions[at] ?? { reasons: null };
  if (!("blocks" in paper)) throw new Refusal("not_found");
  const { number: earlier, blocks } = versions[at - 1] ?? {};
  return {
    consultation: title,
    simulated,
    paper,
    /** Reasons are for the report: they may still be worded. */
    before: earlier === undefined || blocks === undefined ? null : { number: earlier, blocks },
    versions: versions.map(({ number: version, rounds: circulating }) => ({
      number: version,
      rounds: circulating,
    })),
  };
}

/** The version that an opened round circulates, for everybody alike; null where it has none. Throws `not_found`. */
export async function paperOfRound(
  db: RegistryDatabase,
  slug: string,
  number: number,
): Promise<{ paper: NumberedPaper | null }> {
  const round = await openedRound(db, slug, number);
  return { paper: await circulatedPaper(db, round.id) };
}
