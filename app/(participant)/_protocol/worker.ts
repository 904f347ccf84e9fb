import { blindHere } from "./blinding";
import type { BlindingReply, BlindingRequest } from "./worker-blinder";

// Blinding takes a phone's processor for seconds; here it does not hold up the page.
self.onmessage = async ({ data }: MessageEvent<BlindingRequest>) => {
  const { id, call } = data;
  try {
    const value =
      call.does === "blind" ? await blindHere.blind(...call.with) : await blindHere.finalize(...call.with);
    self.postMessage({ id, value } satisfies BlindingReply);
  } catch (error) {
    self.postMessage({
      id,
      error: error instanceof Error ? error.message : "failed",
    } satisfies BlindingReply);
  }
};
