import { Unreachable } from "@/app/(participant)/_protocol/transport";

const TRIES = 5;
const PAUSE = 500;

/** Does again what did not reach the server, a few times. Every call of the protocol may be repeated. */
export async function persistently<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unreachable) || tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
