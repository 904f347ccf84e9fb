import "server-only";
import { z } from "zod";
import { router } from "@/server/trpc/init";
import { signedInProcedure } from "@/server/trpc/procedures";
import { endSession, endSessionsOf } from "./commands";
import { sessionsOf } from "./queries";

export const sessionsRouter = router({
  mine: signedInProcedure.query(({ ctx }) => sessionsOf(ctx.db, ctx.actor.personId, ctx.now)),
  end: signedInProcedure
    .input(z.object({ name: z.string().max(64) }))
    .mutation(({ ctx, input }) => endSession(ctx.db, ctx.actor.personId, input.name)),
  endAll: signedInProcedure.mutation(({ ctx }) =>
    ctx.db.transaction((tx) => endSessionsOf(tx, ctx.actor.personId)),
  ),
});
