import type { BallotDatabase } from "@/db/ballot/client";
import type { RegistryDatabase } from "@/db/registry/client";
import type { Step } from "@/domain/room/step";
import { lookAtTheClock } from "@/server/releases/clock";
import type { Listening } from "@/server/room/listening";
import { callRoom } from "@/server/room/router";
import { roomWatcher } from "@/server/room/watcher";
import { clockOf, enrolOthers } from "./clock";
import { enrolledSeats, type Participant } from "./participants";
import { type Scene, scene } from "./scene";

const DEAF: Listening = { check: async () => undefined, end: () => undefined };

/** A session in the room over a scene: hosts' steps, everybody's view, and a clock that looks when it is told to. */
export type RoomScene = Awaited<ReturnType<typeof roomScene>>;

/** A consultation of ten seats, of which so many have enrolled as a browser would and all by the books, with a session at its doors. */
export async function roomScene(registry: RegistryDatabase, ballot: BallotDatabase, enrolling = 0) {
  const play = await scene(registry, ballot, 10);
  const { consultationId, roundId, host, clock } = play;
  await play.as(host).conduct.openEnrolment({ consultationId });
  const participants = await enrolledSeats(play, enrolling);
  await enrolOthers(registry, play);
  const { code } = await play.as(host).room.start({ consultationId, roundId });
  return onStage(registry, ballot, { ...play, participants }, code, clock);
}

function onStage(
  registry: RegistryDatabase,
  ballot: BallotDatabase,
  play: Scene & { readonly participants: readonly Participant[] },
  code: string,
  clock: { now: Date },
) {
  const { consultationId, host } = play;
  const console = () => play.as(host).room.console({ consultationId });
  const pass = (seconds: number) => {
    clock.now = new Date(clock.now.getTime() + seconds * 1_000);
  };
  const look = () => lookAtTheClock(clockOf(play, registry, ballot), consultationId);
  const everybody = () => {
    const watcher = roomWatcher({ db: registry, clock: () => clock.now, listen: () => DEAF });
    return callRoom({ db: registry, now: clock.now, watcher });
  };
  const take = async (step: Step, after?: number) => {
    const { session } = await console();
    return play.as(host).room.take({ consultationId, after: after ?? session?.last ?? 0, step });
  };
  return {
    ...play,
    code,
    console,
    /** Lets so many seconds go by. */
    pass,
    look,
    everybody,
    take,
    /** Takes a step, lets it take effect and has the clock look. */
    done: async (step: Step) => {
      await take(step);
      pass(5);
      await look();
    },
    view: async () => (await everybody().view({ code })).view,
  };
}
