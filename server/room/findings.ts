import "server-only";
import { LRUCache } from "lru-cache";
import type { RegistryDatabase } from "@/db/registry/client";
import { movementOf } from "@/domain/findings/movement";
import { Refusal } from "@/domain/refusal";
import { findingsShown, roundAt, roundsBeen } from "@/domain/room/shown";
import { stateAt } from "@/domain/room/state";
import { type EarlierFindings, foundBefore } from "@/server/publication/earlier";
import { publishedRounds, type RoundFindings } from "@/server/publication/queries";
import { OPENED_STAGES } from "@/server/rounds/opened";
import type { SessionFacts } from "./facts";

type Asked = {
  readonly db: RegistryDatabase;
  readonly consultationId: string;
  readonly been: readonly string[];
};

/**
 * Rounds of sessions with their findings, for as long as a hall takes to ask for them: those that are published and those
 * that a session has been at. Nobody who asks waits for a release to be read that somebody else has just had read.
 */
const kept = new LRUCache<string, readonly RoundFindings[], Asked>({
  max: 40,
  ttl: 2_000,
  fetchMethod: (_key, _stale, { context }) =>
    publishedRounds(context.db, context.consultationId, context.been),
});

async function roundsShown(
  db: RegistryDatabase,
  { sessionId, consultationId, ...facts }: SessionFacts,
  now: Date,
): Promise<readonly RoundFindings[]> {
  const been = roundsBeen(facts, now);
  // What has closed since is among what is asked for, and is not to wait for what was read before it closed.
  const closed = facts.rounds.filter(({ findings }) => findings !== null).map(({ id }) => id);
  const key = [sessionId, ...been, "closed", ...closed].join(" ");
  return (await kept.fetch(key, { context: { db, consultationId, been } })) ?? [];
}

/**
 * A finding that the session shows or has shown of the round that it is at, for everyone in the room. Throws
 * `room_finding_not_shown`.
 */
export async function findingShown(db: RegistryDatabase, facts: SessionFacts, index: number, now: Date) {
  const { roundId } = stateAt(facts.roundId, facts.steps, now);
  if (!findingsShown(facts, roundId, now).includes(index)) throw new Refusal("room_finding_not_shown");
  const rounds = await roundsShown(db, facts, now);
  const round = rounds.find(({ id }) => id === roundId);
  const finding = round?.findings[index];
  if (round === undefined || finding === undefined) throw new Refusal("room_finding_not_shown");
  const movements = movementOf(
    round,
    rounds.filter(({ number }) => number < round.number),
  );
  return {
    round: { number: round.number },
    finding,
    /** The words that were chosen for the findings of the round. */
    chosen: round.chosen,
    movement: movements.find(({ itemId }) => itemId === finding.itemId) ?? null,
    /** Until every co-hosting mission has signed and the round is published. */
    provisional: round.publishedAt === null,
    index,
    of: round.findings.length,
  };
}

/** One item as it was found before, and whether that is signed. */
export type EarlierInRoom = EarlierFindings & { readonly provisional: boolean };

/**
 * What was found before on the items that the round carries over at which the session is, by published rounds and by those
 * of this session; nothing while its questions are not to be read yet.
 */
export async function earlierInRoom(
  db: RegistryDatabase,
  facts: SessionFacts,
  now: Date,
): Promise<EarlierInRoom[]> {
  const { id, number, stage } = roundAt(facts, stateAt(facts.roundId, facts.steps, now));
  if (!OPENED_STAGES.some((opened) => opened === stage)) return [];
  const rounds = await roundsShown(db, facts, now);
  const earlier = rounds.filter((round) => round.number < number);
  const found = await foundBefore(db, id, earlier);
  const signed = new Set(earlier.flatMap((round) => (round.publishedAt === null ? [] : [round.id])));
  return found.map((item) => ({ ...item, provisional: !signed.has(item.round.id) }));
}
