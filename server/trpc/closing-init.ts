import "server-only";
import { initTRPC } from "@trpc/server";
import { z } from "zod";
import { type Act, type Actor, may } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";
import type { Closing } from "@/server/releases/steps";
import { refuseIllegible, told, translated } from "./refusals";

/** What the closing process is given: both databases. Only roles `closing` and `all` have it. */
export type ClosingContext = Omit<Closing, "personId"> & { readonly actor: Actor | null };

const t = initTRPC.context<ClosingContext>().create({
  errorFormatter: ({ shape, error }) => told(shape, error),
});

export const { router: closingRouterOf, createCallerFactory: closingCallerFactory } = t;

/** For whoever may do this act in the consultation that the input names, on one of its rounds or windows. */
export function closingProcedureFor(act: Act) {
  return t.procedure
    .use(async ({ next }) => {
      const result = await next();
      if (!result.ok) throw translated(result.error);
      return result;
    })
    .input(z.object({ consultationId: z.uuid() }))
    .use(({ ctx, input, next }) => {
      if (ctx.actor === null) throw new Refusal("not_signed_in");
      if (!may(ctx.actor, act, input.consultationId)) throw new Refusal("not_allowed");
      return next({ ctx: { ...ctx, actor: ctx.actor, personId: ctx.actor.personId } });
    })
    .use(async ({ getRawInput, next }) => {
      await refuseIllegible(getRawInput);
      return next();
    });
}
