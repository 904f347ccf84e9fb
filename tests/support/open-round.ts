import type { BallotDatabase } from "@/db/ballot/client";
import type { RegistryDatabase } from "@/db/registry/client";
import { drainArrivals } from "@/server/ballots/mover";
import { lockRound } from "@/server/ballots/partitions";
import { enrolledSeats, type Participant } from "./participants";
import { type Scene, scene } from "./scene";

export type OpenRound = Scene & {
  readonly participants: readonly Participant[];
  /** Whoever enrolled as the n-th, from 0. */
  readonly nth: (index: number) => Participant;
};

/** A consultation whose first round is open, with `enrolling` of its seats enrolled. */
export async function openRound(
  registry: RegistryDatabase,
  ballot: BallotDatabase,
  seatCount = 10,
  enrolling = seatCount,
): Promise<OpenRound> {
  const play = await scene(registry, ballot, seatCount);
  const { consultationId, roundId } = play;
  await play.as(play.host).conduct.openEnrolment({ consultationId });
  const participants = await enrolledSeats(play, enrolling);
  await play.as(play.host).conduct.openRound({ consultationId, roundId });
  const nth = (index: number) => {
    const participant = participants[index];
    if (participant === undefined) throw new Error("so many have not enrolled");
    return participant;
  };
  return { ...play, participants, nth };
}

/** Moves what waits in `arrival`, however little it is, as the box does with a full batch. */
export async function moved(ballot: BallotDatabase, roundId: string): Promise<void> {
  await ballot.transaction(async (tx) => {
    await lockRound(tx, roundId);
    await drainArrivals(tx, roundId);
  });
}
