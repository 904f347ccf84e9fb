import type { Step } from "@/domain/room/step";
import { pause } from "./following";
import type { Stage } from "./stage";

/** What a host does with a session in the room of a stage. */
export type RoomHost = {
  readonly code: string;
  /** Takes a step. When it takes effect, in milliseconds of the epoch. */
  readonly take: (step: Step) => Promise<number>;
};

/** Starts a session with the round of a stage, which its first question opens. */
export async function roomHostOf({ host, consultationId, roundId }: Stage): Promise<RoomHost> {
  const { code } = await host().room.start({ consultationId, roundId });
  let last = 0;
  let effect = 0;
  return {
    code,
    take: async (step) => {
      // None is taken while another can be taken back.
      await pause(effect + 50 - Date.now());
      const { number } = await host().room.take({ consultationId, after: last, step });
      const { session } = await host().room.console({ consultationId });
      last = number;
      effect = Date.parse(session?.pending?.effectAt ?? "");
      return effect;
    },
  };
}
