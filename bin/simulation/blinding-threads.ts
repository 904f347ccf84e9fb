import { Worker } from "node:worker_threads";
import type { Blinder } from "@/app/(participant)/_protocol/blinding";
import type { BlindingReply, BlindingRequest } from "@/app/(participant)/_protocol/worker-blinder";

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void };

/** Blinds in so many threads, taking turns. `end` stops them. */
export function blindInThreads(count: number): Blinder & { readonly end: () => Promise<void> } {
  const waiting = new Map<number, Waiting>();
  const threads = Array.from({ length: count }, () => {
    const thread = new Worker(new URL("./blinding-thread.ts", import.meta.url));
    thread.on("message", (reply: BlindingReply) => {
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ("error" in reply) asked?.reject(new Error(reply.error));
      else asked?.resolve(reply.value as never); // each call below names what its reply is
    });
    thread.on("error", (error) => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    });
    return thread;
  });
  let last = 0;
  const ask = <Value>(call: BlindingRequest["call"]) =>
    new Promise<Value>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      threads[last % count]?.postMessage({ id: last, call } satisfies BlindingRequest);
    });
  return {
    blind: (...args) => ask({ does: "blind", with: args }),
    finalize: (...args) => ask({ does: "finalize", with: args }),
    end: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
