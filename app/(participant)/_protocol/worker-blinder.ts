import type { Bytes } from "@/domain/anonymity/encoding";
import type { Blinded, Blinder } from "./blinding";

type Call =
  | { readonly does: "blind"; readonly with: Parameters<Blinder["blind"]> }
  | { readonly does: "finalize"; readonly with: Parameters<Blinder["finalize"]> };
export type BlindingRequest = { readonly id: number; readonly call: Call };
export type BlindingReply =
  | { readonly id: number; readonly value: Blinded | Bytes }
  | { readonly id: number; readonly error: string };

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void };

/** Blinds in a worker of its own, which starts when it is first asked. `end` stops it. */
export function blindInWorker(): Blinder & { readonly end: () => void } {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let started: Worker | undefined;
  const start = () => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<BlindingReply>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ("error" in data) asked?.reject(new Error(data.error));
      else asked?.resolve(data.value as never); // each call below names what its reply is
    };
    worker.onerror = () => {
      for (const { reject } of waiting.values()) reject(new Error("the worker stopped"));
      waiting.clear();
      started = undefined;
    };
    return worker;
  };
  const ask = <Value>(call: Call) =>
    new Promise<Value>((resolve, reject) => {
      started ??= start();
      last += 1;
      waiting.set(last, { resolve, reject });
      started.postMessage({ id: last, call } satisfies BlindingRequest);
    });
  return {
    blind: (...args) => ask<Blinded>({ does: "blind", with: args }),
    finalize: (...args) => ask<Bytes>({ does: "finalize", with: args }),
    end: () => started?.terminate(),
  };
}
