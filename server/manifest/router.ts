import "server-only";
import { z } from "zod";
import { slugSchema } from "@/domain/consultation/consultation";
import { publicProcedure, router } from "@/server/trpc/init";
import { logOf } from "./queries";

export const manifestRouter = router({
  log: publicProcedure
    .input(z.object({ slug: slugSchema }))
    .query(({ ctx, input }) => logOf(ctx.db, input.slug, ctx.secrets)),
});
