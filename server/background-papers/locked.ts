import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { backgroundPapers, rounds } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";
import { lockConsultation } from "@/server/consultations/lock";

export type OfRound = { readonly consultationId: string; readonly roundId: string };
/** A paper as whoever changes it has seen it. */
export type OfPaper = OfRound & { readonly paperId: string; readonly version: number };

/**
 * The number of a round whose papers nobody else changes until the transaction ends: opening it takes the same lock. Throws
 * `not_found`; `background_papers_fixed` for one that is no draft, and `background_papers_in_draft` for one that is, where
 * the other is asked for.
 */
export async function lockRound(
  tx: RegistryDatabase,
  { consultationId, roundId }: OfRound,
  asked: "draft" | "opened",
): Promise<number> {
  await lockConsultation(tx, consultationId);
  const [round] = await tx
    .select({ number: rounds.number, stage: rounds.stage })
    .from(rounds)
    .where(and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId)));
  if (round === undefined) throw new Refusal("not_found");
  const { number, stage } = round;
  if (asked === "draft" && stage !== "draft") throw new Refusal("background_papers_fixed", { number });
  if (asked === "opened" && stage === "draft") throw new Refusal("background_papers_in_draft");
  return number;
}

export const thisVersion = ({ roundId, paperId, version }: OfPaper) =>
  and(
    eq(backgroundPapers.id, paperId),
    eq(backgroundPapers.roundId, roundId),
    eq(backgroundPapers.version, version),
  );

/** The paper that is to be changed. Throws `background_papers_changed` where it is gone or somebody has changed it since. */
export async function seen(tx: RegistryDatabase, paper: OfPaper) {
  const [found] = await tx.select().from(backgroundPapers).where(thisVersion(paper));
  if (found === undefined) throw new Refusal("background_papers_changed");
  return found;
}

/** The ids of a round's papers in their order. */
export async function paperIdsOf(tx: RegistryDatabase, roundId: string): Promise<string[]> {
  const present = await tx
    .select({ id: backgroundPapers.id })
    .from(backgroundPapers)
    .where(eq(backgroundPapers.roundId, roundId))
    .orderBy(asc(backgroundPapers.position));
  return present.map(({ id }) => id);
}

/** Puts the papers of a round in this order. */
export async function place(tx: RegistryDatabase, paperIds: readonly string[]): Promise<void> {
  for (const [position, id] of paperIds.entries())
    await tx.update(backgroundPapers).set({ position }).where(eq(backgroundPapers.id, id));
}

/** In whose log an act on papers stands, by whom it was done, and when. */
export const by = (
  { consultationId }: OfRound,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
) => ({ consultationId, personId: actor.personId, at: now });
