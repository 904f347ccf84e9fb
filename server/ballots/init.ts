import "server-only";
import type { KeyObject } from "node:crypto";
import { initTRPC } from "@trpc/server";
import type { BallotDatabase } from "@/db/ballot/client";
import { boxLog } from "@/server/log";
import { refuseIllegible, told, translated } from "@/server/trpc/refusals";

/** All that the ballot box is given: its own database, the time, and two keys. No session, no address, no registry. */
export type BallotContext = {
  readonly db: BallotDatabase;
  readonly now: Date;
  /** Ed25519; whatever the registry pushes must carry its signature. */
  readonly manifestPublicKey: KeyObject;
  /** 32 bytes; authenticates the challenges that this box gives out. */
  readonly challengeKey: Uint8Array;
};

const t = initTRPC.context<BallotContext>().create({
  errorFormatter: ({ shape, error }) => told(shape, error),
});

export const { router, createCallerFactory } = t;

export const boxProcedure = t.procedure
  .use(async ({ next }) => {
    const result = await next();
    if (!result.ok) throw translated(result.error, boxLog);
    return result;
  })
  .use(async ({ getRawInput, next }) => {
    await refuseIllegible(getRawInput);
    return next();
  });
