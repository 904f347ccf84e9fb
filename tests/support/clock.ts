import { and, asc, eq, isNull } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { rounds as boxRounds } from "@/db/ballot/schema";
import type { RegistryDatabase } from "@/db/registry/client";
import { auditEntries, issuance, manifestEntries, rounds, seats } from "@/db/registry/schema";
import type { KeyPurpose, ManifestAct, ManifestEntry } from "@/domain/anonymity/manifest";
import type { Clock } from "@/server/releases/clock";
import { enrolledSeats, type Participant } from "./participants";
import { type Scene, scene } from "./scene";

export type RoundOnTheClock = Scene & {
  readonly participants: readonly Participant[];
  /** Moves the clock to so many milliseconds after the closing time that the round was opened with. */
  readonly at: (milliseconds: number) => void;
  readonly closesAt: Date;
};

/**
 * A consultation of ten seats whose first round is open. So many have enrolled as a browser would, and for spare keys too
 * where that is asked for; the others cost a test only time.
 */
export async function roundOnTheClock(
  registry: RegistryDatabase,
  ballot: BallotDatabase,
  enrolling: number,
  purposes: readonly KeyPurpose[] = ["planned"],
): Promise<RoundOnTheClock> {
  const play = await scene(registry, ballot, 10);
  const { consultationId, roundId } = play;
  await play.as(play.host).conduct.openEnrolment({ consultationId });
  const participants = await enrolledSeats(play, enrolling, purposes);
  await enrolOthers(registry, play);
  await play.as(play.host).conduct.openRound({ consultationId, roundId });
  const [round] = await registry.select().from(rounds).where(eq(rounds.id, roundId));
  if (round === undefined) throw new Error("no round");
  const { closesAt } = round;
  const at = (milliseconds: number) => {
    play.clock.now = new Date(closesAt.getTime() + milliseconds);
  };
  return { ...play, participants, at, closesAt };
}

/** Enters that all seats have enrolled that have not. */
export async function enrolOthers(
  registry: RegistryDatabase,
  { consultationId, roundId }: Pick<Scene, "consultationId" | "roundId">,
): Promise<void> {
  const others = await registry
    .select({ seatId: seats.id })
    .from(seats)
    .leftJoin(issuance, eq(issuance.seatId, seats.id))
    .where(and(eq(seats.consultationId, consultationId), isNull(issuance.seatId)));
  if (others.length > 0)
    await registry.insert(issuance).values(others.map((seat) => ({ ...seat, roundId, generation: 0 })));
}

/** What the clock works with at the time of the scene. */
export function clockOf(
  { clock, secrets, ballotBox }: Scene,
  registry: RegistryDatabase,
  ballot: BallotDatabase,
): Clock {
  return { registry, ballot, now: clock.now, secrets, ballotBox };
}

/** The acts of a consultation's manifest from the second entry on, as far as they concern a key where one is named. */
export async function manifestActs(
  registry: RegistryDatabase,
  { consultationId }: Scene,
): Promise<ManifestAct[]> {
  const entries = await registry
    .select({ payload: manifestEntries.payload })
    .from(manifestEntries)
    .where(eq(manifestEntries.consultationId, consultationId))
    .orderBy(asc(manifestEntries.position));
  // Our own rows, written by `appendEntry`.
  return entries.slice(1).map(({ payload }) => (JSON.parse(payload) as ManifestEntry).act);
}

/** What the log of a consultation says that nobody did: the clock. */
export async function actsOfNobody(registry: RegistryDatabase, { consultationId }: Scene): Promise<string[]> {
  const entries = await registry
    .select({ act: auditEntries.act, personId: auditEntries.personId })
    .from(auditEntries)
    .where(eq(auditEntries.consultationId, consultationId))
    .orderBy(asc(auditEntries.position));
  return entries.flatMap(({ act, personId }) => (personId === null ? [act] : []));
}

/** A round as both sides have it: its stage here, and until when the box takes answers. */
export async function standingOf(registry: RegistryDatabase, ballot: BallotDatabase, roundId: string) {
  const [here] = await registry.select().from(rounds).where(eq(rounds.id, roundId));
  const [there] = await ballot.select().from(boxRounds).where(eq(boxRounds.id, roundId));
  return {
    stage: here?.stage,
    closesAt: here?.closesAt.toISOString(),
    box: there?.stage,
    boxClosesAt: there?.closesAt.toISOString(),
  };
}
