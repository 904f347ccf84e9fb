import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { findingWordings, releases, rounds } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { parseRelease } from "@/domain/disclosure/release";
import { findingsOf } from "@/domain/findings/finding";
import { Refusal } from "@/domain/refusal";
import { type Chosen, isDraft } from "@/domain/wording/chosen";
import { claimAt, keptChoice, wordingIssues } from "@/domain/wording/issues";
import { audit } from "@/server/audit";
import { words } from "@/server/words";
import { delegationsOf } from "./queries";

/** Which finding of which round. */
type Where = { readonly consultationId: string; readonly roundId: string; readonly findingKey: string };

/** What is chosen, and the last entry of the history that the person had before them; 0 for none. */
type Choosing = Where & Chosen & { readonly position: number };

/**
 * Keeps the words that were chosen for one finding as one more entry of its history; those of the draft return it to the
 * draft. Throws `not_found`, `not_released` until the round has closed, `wording_published` once its findings are
 * published, `wording_changed` where somebody else has changed the words since, and `wording_refused` with everything that
 * is to be put right.
 */
export async function chooseWords(
  db: RegistryDatabase,
  { consultationId, roundId, findingKey, position, phrase, reason, wording }: Choosing,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<{ readonly position: number }> {
  const where = { consultationId, roundId, findingKey };
  return db.transaction(async (tx) => {
    const { number, finding, claim } = await draftedClaim(tx, where);
    if ((await lastPosition(tx, where)) !== position) throw new Refusal("wording_changed");
    const chosen = keptChoice(finding, claim, { phrase, reason, wording });
    const issues = wordingIssues(finding, claim, chosen, await delegationsOf(tx, consultationId));
    if (issues.length > 0) throw new Refusal("wording_refused", { issues: sentencesOf(issues) });
    const next = position + 1;
    const [added] = await tx
      .insert(findingWordings)
      .values({ roundId, findingKey, position: next, ...chosen, personId: actor.personId, at: now })
      .onConflictDoNothing()
      .returning({ position: findingWordings.position });
    if (added === undefined) throw new Refusal("wording_changed");
    const act = isDraft(claim, chosen) ? "finding returned to draft" : "finding worded";
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act,
      detail: { number, title: findingKey, version: next, drafted: claim.drafted, phrase: chosen.phrase },
      at: now,
    });
    return added;
  });
}

/** The claim as its release gives it. Its round cannot be published before this transaction ends. */
async function draftedClaim(tx: RegistryDatabase, { consultationId, roundId, findingKey }: Where) {
  const [round] = await tx
    .select({ number: rounds.number, questionnaire: rounds.questionnaire })
    .from(rounds)
    .where(and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId)));
  if (round === undefined) throw new Refusal("not_found");
  const [released] = await tx.select().from(releases).where(eq(releases.roundId, roundId)).for("share");
  if (released === undefined) throw new Refusal("not_released");
  if (released.publishedAt !== null) throw new Refusal("wording_published");
  const found = claimAt(findingsOf(round.questionnaire, parseRelease(released.release)), findingKey);
  if (found === null) throw new Refusal("not_found");
  return { number: round.number, ...found };
}

async function lastPosition(tx: RegistryDatabase, { roundId, findingKey }: Where): Promise<number> {
  const [last] = await tx
    .select({ position: findingWordings.position })
    .from(findingWordings)
    .where(and(eq(findingWordings.roundId, roundId), eq(findingWordings.findingKey, findingKey)))
    .orderBy(desc(findingWordings.position))
    .limit(1);
  return last?.position ?? 0;
}

const sentencesOf = (issues: ReturnType<typeof wordingIssues>): string =>
  issues.map(({ code, passage }) => words(`wordingIssues.${code}`, { passage })).join(" ");
