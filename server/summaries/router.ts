import "server-only";
import { z } from "zod";
import { arrangementSchema, LONGEST_NEXT_STEPS } from "@/domain/summary/arrangement";
import { router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { saveSummary } from "./commands";
import { summaryOf } from "./queries";

/** Far more than anybody saves; the database counts not much further. */
const MOST_VERSIONS = 1_000_000_000;

const summary = z.object({
  version: z.int().min(0).max(MOST_VERSIONS),
  arrangement: arrangementSchema,
  nextSteps: z.string().max(LONGEST_NEXT_STEPS),
});

export const summariesRouter = router({
  read: procedureFor("draft").query(({ ctx, input }) => summaryOf(ctx.db, input.consultationId, ctx.actor)),
  save: procedureFor("compose")
    .input(summary)
    .mutation(({ ctx, input }) => saveSummary(ctx.db, input, ctx)),
});
