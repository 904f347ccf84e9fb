import "server-only";
import { z } from "zod";
import { plannedRoundSchema } from "@/domain/consultation/consultation";
import { router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { addRound, removeRound, updateRound } from "./commands";

const plan = plannedRoundSchema.extend({ timeZone: z.string().max(64) });
const round = z.object({ roundId: z.uuid() });

export const roundsRouter = router({
  add: procedureFor("prepare")
    .input(plan)
    .mutation(({ ctx, input: { consultationId, ...planned } }) =>
      addRound(ctx.db, consultationId, planned, ctx),
    ),
  update: procedureFor("prepare")
    .input(plan.extend(round.shape))
    .mutation(({ ctx, input: { consultationId, roundId, ...planned } }) =>
      updateRound(ctx.db, consultationId, roundId, planned, ctx),
    ),
  remove: procedureFor("prepare")
    .input(round)
    .mutation(({ ctx, input }) => removeRound(ctx.db, input.consultationId, input.roundId, ctx)),
});
