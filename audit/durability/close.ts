import type { Victim } from "./soak";

/** How long after the close began its database is killed, in milliseconds, at most. */
const LONGEST = 400;
const TRIES = 20;
const PAUSE = 500;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Closes a round while its database is killed, and then once more, as its host would. Says whether the kill cut the close
 * short.
 */
export async function closeThroughKill(
  close: () => Promise<unknown>,
  victim: Victim,
  /** 0 or more, below 1: how far into the close. */
  moment: number,
): Promise<boolean> {
  const cutShort = close().then(
    () => false,
    () => true,
  );
  await pause(moment * LONGEST);
  victim.kill();
  const wasCut = await cutShort;
  await victim.restart();
  for (let tried = 1; ; tried += 1) {
    try {
      await close();
      return wasCut;
    } catch (error) {
      if (tried === TRIES) throw error;
      await pause(PAUSE);
    }
  }
}
