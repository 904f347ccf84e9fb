import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { paperCirculations, rounds } from "@/db/registry/schema";
import { asksTheSame } from "@/domain/questionnaire/carry-over";
import { Refusal } from "@/domain/refusal";
import { askedAgain, draftToAskAgain } from "@/domain/room/again";
import { audit } from "@/server/audit";
import { questionnaireHash } from "@/server/hashing";
import { spareKeyOf, takeSpareKey } from "@/server/manifest/commands";
import { leastClose } from "./opening";

type Round = { readonly consultationId: string; readonly roundId: string };
type Setting = { readonly personId: string; readonly now: Date };
type RoundRow = typeof rounds.$inferSelect;

/** A round, and the draft in which the same can be asked again, if hosts have planned one. */
async function plannedAgain(db: RegistryDatabase, { consultationId, roundId }: Round) {
  const all = await db
    .select()
    .from(rounds)
    .where(eq(rounds.consultationId, consultationId))
    .orderBy(asc(rounds.number));
  const asked = all.find(({ id }) => id === roundId);
  if (asked === undefined) throw new Refusal("not_found");
  const drafts = all.filter(({ stage }) => stage === "draft");
  return { asked, last: all.at(-1)?.number ?? 0, planned: draftToAskAgain(asked, drafts) };
}

/** Whether what a round asked can be asked again: in a planned round, or with a spare key. */
export async function canAskAgain(db: RegistryDatabase, round: Round): Promise<boolean> {
  const { planned } = await plannedAgain(db, round);
  return planned !== null || (await spareKeyOf(db, round.consultationId)) !== null;
}

/** Carries the words of a round over into a draft that no host has touched. */
async function carryOver(
  tx: RegistryDatabase,
  { consultationId, questionnaire }: RoundRow,
  draft: RoundRow,
  { personId, now }: Setting,
): Promise<void> {
  const carried = askedAgain(questionnaire);
  if (asksTheSame(carried, draft.questionnaire)) return;
  const version = draft.questionnaireVersion + 1;
  const [saved] = await tx
    .update(rounds)
    .set({ questionnaire: carried, questionnaireVersion: version })
    .where(and(eq(rounds.id, draft.id), eq(rounds.questionnaireVersion, draft.questionnaireVersion)))
    .returning({ number: rounds.number });
  if (saved === undefined) throw new Refusal("questionnaire_changed");
  const detail = { number: saved.number, version, questionnaireHash: questionnaireHash(carried) };
  await audit(tx, { consultationId, personId, act: "questionnaire saved", detail, at: now });
}

/** Circulates with a draft the paper that its items point into, as the round did that they come from. */
async function circulateAlong(tx: RegistryDatabase, fromRound: string, toRound: string): Promise<void> {
  const [circulated] = await tx
    .select()
    .from(paperCirculations)
    .where(eq(paperCirculations.roundId, fromRound));
  if (circulated !== undefined)
    await tx
      .insert(paperCirculations)
      .values({ ...circulated, roundId: toRound })
      .onConflictDoNothing();
}

/** Plans a round with a spare key that asks what another asked. */
async function planned(
  tx: RegistryDatabase,
  asked: RoundRow,
  number: number,
  { personId, now }: Setting,
): Promise<string> {
  const { consultationId, level, timeZone } = asked;
  const id = await takeSpareKey(tx, consultationId);
  // A minute more, in which it opens, so that its close need not be set forward then.
  const [opensAt, closesAt] = [now, new Date(leastClose(now).getTime() + 60_000)];
  const questionnaire = askedAgain(asked.questionnaire);
  await tx
    .insert(rounds)
    .values({ id, consultationId, number, level, timeZone, opensAt, closesAt, questionnaire });
  const times = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
  const detail = { number, level, timeZone, ...times };
  await audit(tx, { consultationId, personId, act: "round planned", detail, at: now });
  return id;
}

/**
 * The round in which what a round asked is asked again: the next draft that asks the same items, or one planned now with a
 * spare key. Within the lock of the consultation. Throws `no_spare_key`.
 */
export async function roundToAskAgain(tx: RegistryDatabase, round: Round, setting: Setting): Promise<string> {
  const { asked, last, planned: found } = await plannedAgain(tx, round);
  if (found === null) {
    const id = await planned(tx, asked, last + 1, setting);
    await circulateAlong(tx, asked.id, id);
    return id;
  }
  if (found.carryOver) {
    await carryOver(tx, asked, found.draft, setting);
    await circulateAlong(tx, asked.id, found.draft.id);
  }
  return found.draft.id;
}
