import "server-only";
import { z } from "zod";
import { may } from "@/domain/consultation/access";
import { slugSchema } from "@/domain/consultation/consultation";
import { publicProcedure, router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { draftReport, publishedReport } from "./queries";

export const reportsRouter = router({
  draft: procedureFor("draft").query(async ({ ctx, input }) => ({
    ...(await draftReport(ctx.db, input.consultationId)),
    mayPublish: may(ctx.actor, "publish", input.consultationId),
  })),
  ofConsultation: publicProcedure
    .input(z.object({ slug: slugSchema }))
    .query(({ ctx, input }) => publishedReport(ctx.db, input.slug, ctx.publicUrl)),
});
