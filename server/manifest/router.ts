import "server-only";
import { z } from "zod";
import { slugSchema } from "@/domain/consultation/consultation";
import { publicProcedure, router } from "@/server/trpc/init";
import { logOf } from "./queries";

export const manifestRouter = router({
  log: publicProcedure.input(z.object({ slug: slugSchema })).query(async ({ ctx, input }) => ({
    ...(await logOf(ctx.db, input.slug, ctx.secrets)),
    // The clock of whoever reads this may be wrong.
    now: ctx.now.toISOString(),
  })),
});
