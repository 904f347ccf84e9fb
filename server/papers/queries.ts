import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { paperCirculations, papers, rounds } from "@/db/registry/schema";
import { type Actor, may } from "@/domain/consultation/access";
import { paragraphsOf } from "@/domain/paper/paper";
import { Refusal } from "@/domain/refusal";
import { sentencesOf } from "@/domain/report/document";
import { findingEvidence } from "@/domain/report/evidence";
import type { PaperFacts } from "@/domain/report/paper";
import { publishedRounds } from "@/server/publication/queries";
import { circulatedVersions } from "./circulated";

/** Which round circulates which version. */
async function circulationsOf(db: RegistryDatabase, consultationId: string) {
  return db
    .select({
      roundId: rounds.id,
      round: rounds.number,
      stage: rounds.stage,
      paper: paperCirculations.number,
    })
    .from(rounds)
    .leftJoin(paperCirculations, eq(paperCirculations.roundId, rounds.id))
    .where(eq(rounds.consultationId, consultationId))
    .orderBy(asc(rounds.number));
}

/** The versions of a consultation's paper, without their texts, and the rounds that circulate them. */
export async function papersDesk(db: RegistryDatabase, consultationId: string, actor: Actor) {
  const circulations = await circulationsOf(db, consultationId);
  const written = await db
    .select()
    .from(papers)
    .where(eq(papers.consultationId, consultationId))
    .orderBy(asc(papers.number));
  return {
    /** What whoever asks may do here; pages leave out the rest, procedures refuse it. */
    mine: {
      compose: may(actor, "compose", consultationId),
      prepare: may(actor, "prepare", consultationId),
    },
    rounds: circulations,
    versions: written.map(({ number, title, blocks }) => {
      const circulating = circulations.filter(({ paper }) => paper === number);
      return {
        number,
        title,
        paragraphs: paragraphsOf({ blocks }).length,
        rounds: circulating.map(({ round }) => round),
        fixed: circulating.some(({ stage }) => stage !== "draft"),
      };
    }),
  };
}

/** One version with its text, the one before it, and what its changes may be explained by. Throws `not_found`. */
export async function paperOf(
  db: RegistryDatabase,
  { consultationId, number }: { readonly consultationId: string; readonly number: number },
) {
  const version = async (which: number) => {
    const [found] = await db
      .select()
      .from(papers)
      .where(and(eq(papers.consultationId, consultationId), eq(papers.number, which)));
    return found;
  };
  const found = await version(number);
  if (found === undefined) throw new Refusal("not_found");
  const before = await version(number - 1);
  const circulations = await circulationsOf(db, consultationId);
  const published = await publishedRounds(db, consultationId);
  return {
    number,
    title: found.title,
    blocks: found.blocks,
    version: found.version,
    reasons: found.reasons,
    fixed: circulations.some(({ paper, stage }) => paper === number && stage !== "draft"),
    before: before === undefined ? null : { title: before.title, blocks: before.blocks },
    /** The findings of published rounds, each with the sentence that tells it. */
    evidence: findingEvidence(published).map(({ key, round, about, block }) => ({
      key,
      round,
      about,
      sentence: (block.kind === "finding" ? sentencesOf(block)[0] : undefined) ?? null,
    })),
  };
}

/** What a report says of the discussion paper: the versions that were circulated, and what moved them. */
export async function papersOf(db: RegistryDatabase, consultationId: string): Promise<PaperFacts> {
  return { versions: await circulatedVersions(db, consultationId) };
}
