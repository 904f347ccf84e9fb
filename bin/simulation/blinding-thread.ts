import { parentPort } from "node:worker_threads";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import type { BlindingReply, BlindingRequest } from "@/app/(participant)/_protocol/worker-blinder";

parentPort?.on("message", async ({ id, call }: BlindingRequest) => {
  const reply = async (): Promise<BlindingReply> => {
    try {
      if (call.does === "blind") return { id, value: await blindHere.blind(...call.with) };
      return { id, value: await blindHere.finalize(...call.with) };
    } catch (error) {
      return { id, error: error instanceof Error ? error.message : "failed" };
    }
  };
  parentPort?.postMessage(await reply());
});
