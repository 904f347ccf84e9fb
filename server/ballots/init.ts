import "server-only";
import type { KeyObject } from "node:crypto";
import { initTRPC } from "@trpc/server";
import type { BallotDatabase } from "@/db/ballot/client";
import { Refusal } from "@/domain/refusal";
import { boxLog } from "@/server/log";
import { refuseIllegible, translated } from "@/server/trpc/refusals";
import { sentenceOf } from "@/server/words";

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
  errorFormatter: ({ shape, error }) => {
    const refusal = error.cause instanceof Refusal ? error.cause : new Refusal("malformed_request");
    const { code, httpStatus } = shape.data;
    return {
      code: shape.code,
      message: sentenceOf(refusal),
      data: { code, httpStatus, refusal: refusal.code },
    };
  },
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
