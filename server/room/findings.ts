import "server-only";
import { LRUCache } from "lru-cache";
import type { RegistryDatabase } from "@/db/registry/client";
import { type ItemMovement, movementOf } from "@/domain/findings/movement";
import { Refusal } from "@/domain/refusal";
import { findingsShown, roundAt, roundsBeen } from "@/domain/room/shown";
import { stateAt } from "@/domain/room/state";
import { chosenFor } from "@/domain/wording/chosen";
import { type EarlierFindings, foundBefore } from "@/server/publication/earlier";
import { publishedRounds, type RoundFindings } from "@/server/publication/queries";
import { OPENED_STAGES } from "@/server/rounds/opened";
import type { SessionFacts } from "./facts";

/** One item as it was found before, and whether that is signed by every mission. */
type EarlierInRoom = EarlierFindings & { readonly provisional: boolean };

/** What can be told of the round that a session is at. */
type Known = {
  /** Undefined until it is released. */
  readonly round: RoundFindings | undefined;
  readonly movements: readonly ItemMovement[];
  readonly earlier: readonly EarlierInRoom[];
};

type Asked = {
  readonly db: RegistryDatabase;
  readonly consultationId: string;
  readonly current: { readonly id: string; readonly number: number };
  readonly been: readonly string[];
};

/** Compares with published rounds and those that the session has been at, and with no other. */
async function known({ db, consultationId, current, been }: Asked): Promise<Known> {
  const rounds = await publishedRounds(db, consultationId, been);
  const round = rounds.find(({ id }) => id === current.id);
  const before = rounds.filter(({ number }) => number < current.number);
  const unsigned = new Set(before.flatMap(({ id, publishedAt }) => (publishedAt === null ? [id] : [])));
  const found = await foundBefore(db, current.id, before);
  return {
    round,
    movements: round === undefined ? [] : movementOf(round, before),
    earlier: found.map((item) => ({
      ...item,
      chosen: chosenFor(item.findings, item.chosen),
      provisional: unsigned.has(item.round.id),
    })),
  };
}

/** Kept for as long as a hall takes to ask: whoever asks waits for what another has just had read. */
const kept = new LRUCache<string, Known, Asked>({
  max: 40,
  ttl: 2_000,
  // Whoever waits is answered, however many others ask meanwhile.
  ignoreFetchAbort: true,
  fetchMethod: (_key, _stale, { context }) => known(context),
});

async function knownNow(db: RegistryDatabase, facts: SessionFacts, now: Date): Promise<Known> {
  const { sessionId, consultationId } = facts;
  const current = roundAt(facts, stateAt(facts.roundId, facts.steps, now));
  const been = roundsBeen(facts, now);
  // What has opened or closed since is not to wait for what was read before.
  const stages = facts.rounds.map(({ id, stage }) => `${id} ${stage}`);
  const key = [sessionId, current.id, ...been, ...stages].join(" ");
  const found = await kept.fetch(key, { context: { db, consultationId, current, been } });
  return found ?? { round: undefined, movements: [], earlier: [] };
}

/**
 * A finding that the session shows or has shown of the round that it is at, for everyone in the room. Throws
 * `room_finding_not_shown`, and `room_ended` once it has: what the chair words after that is for readers of what is signed.
 */
export async function findingShown(db: RegistryDatabase, facts: SessionFacts, index: number, now: Date) {
  const { roundId, phase } = stateAt(facts.roundId, facts.steps, now);
  if (phase === "ended") throw new Refusal("room_ended");
  if (!findingsShown(facts, roundId, now).includes(index)) throw new Refusal("room_finding_not_shown");
  const { round, movements } = await knownNow(db, facts, now);
  const finding = round?.findings[index];
  if (round === undefined || finding === undefined) throw new Refusal("room_finding_not_shown");
  return {
    round: { number: round.number },
    finding,
    /** The words that were chosen for it. */
    chosen: chosenFor([finding], round.chosen),
    movement: movements.find(({ itemId }) => itemId === finding.itemId) ?? null,
    /** Until every co-hosting mission has signed and the round is published. */
    provisional: round.publishedAt === null,
    index,
    of: round.findings.length,
  };
}

/**
 * What was found before on the items that the round carries over at which the session is, by published rounds and by those
 * of this session; nothing while its questions are not to be read yet, and once the session has ended.
 */
export async function earlierInRoom(
  db: RegistryDatabase,
  facts: SessionFacts,
  now: Date,
): Promise<readonly EarlierInRoom[]> {
  const state = stateAt(facts.roundId, facts.steps, now);
  const { stage } = roundAt(facts, state);
  const opened = OPENED_STAGES.some((one) => one === stage);
  return opened && state.phase !== "ended" ? (await knownNow(db, facts, now)).earlier : [];
}
