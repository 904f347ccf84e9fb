import "server-only";
import { z } from "zod";
import { router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { actsOf, wholeLog } from "./queries";

const sought = z.object({
  person: z.union([z.uuid(), z.literal("commandLine")]).optional(),
  act: z.string().max(100).optional(),
  page: z.int().min(1).max(1_000_000),
});

export const actsRouter = router({
  page: procedureFor("oversee")
    .input(sought)
    .query(({ ctx, input: { consultationId, ...asked } }) => actsOf(ctx.db, consultationId, asked)),
  whole: procedureFor("oversee").query(({ ctx, input }) => wholeLog(ctx.db, input.consultationId)),
});
