import "server-only";
import { z } from "zod";
import { publicProcedure, router } from "@/server/trpc/init";
import { logOf } from "./queries";

export const manifestRouter = router({
  log: publicProcedure
    .input(z.object({ slug: z.string().max(80) }))
    .query(({ ctx, input }) => logOf(ctx.db, input.slug, ctx.secrets)),
});
