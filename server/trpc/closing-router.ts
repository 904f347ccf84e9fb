import "server-only";
import { initTRPC } from "@trpc/server";
import { z } from "zod";
import { type Actor, may } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";
import { type Closing, closeRound } from "@/server/releases/close";
import { sentenceOf } from "@/server/words";
import { translated } from "./refusals";

/** What the closing process is given: both databases. Only roles `closing` and `all` have it. */
export type ClosingContext = Omit<Closing, "personId"> & { readonly actor: Actor | null };

const t = initTRPC.context<ClosingContext>().create({
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

const conducting = t.procedure
  .use(async ({ next }) => {
    const result = await next();
    if (!result.ok) throw translated(result.error);
    return result;
  })
  .input(z.object({ consultationId: z.uuid(), roundId: z.uuid() }))
  .use(({ ctx, input, next }) => {
    if (ctx.actor === null) throw new Refusal("not_signed_in");
    if (!may(ctx.actor, "conduct", input.consultationId)) throw new Refusal("not_allowed");
    return next({ ctx: { ...ctx, personId: ctx.actor.personId } });
  });

export const closingRouter = t.router({
  releases: t.router({
    close: conducting.mutation(({ ctx, input }) => closeRound(ctx, input.consultationId, input.roundId)),
  }),
});
export type ClosingRouter = typeof closingRouter;

/** Calls the closing process's procedures without HTTP, for tests. */
export const callClosing = t.createCallerFactory(closingRouter);
