import "server-only";
import { z } from "zod";
import { slugSchema } from "@/domain/consultation/consultation";
import { publicProcedure, router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { withdrawRound } from "./commands";
import { withdrawnQuestionnaire } from "./queries";

export const errataRouter = router({
  withdraw: procedureFor("conduct")
    .input(z.object({ roundId: z.uuid(), reason: z.string().max(4_000), copyHours: z.int() }))
    .mutation(({ ctx, input }) => withdrawRound(ctx, input)),
  questionnaire: publicProcedure
    .input(z.object({ slug: slugSchema, roundId: z.uuid() }))
    .query(({ ctx, input }) => withdrawnQuestionnaire(ctx.db, input)),
});
