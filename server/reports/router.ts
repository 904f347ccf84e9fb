import "server-only";
import { z } from "zod";
import { may } from "@/domain/consultation/access";
import { slugSchema } from "@/domain/consultation/consultation";
import { editionNumberSchema } from "@/domain/edition/edition";
import { publishedEdition } from "@/server/editions/queries";
import { publicProcedure, router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { draftReport } from "./queries";

export const reportsRouter = router({
  draft: procedureFor("draft").query(async ({ ctx, input }) => ({
    ...(await draftReport(ctx.db, input.consultationId)),
    mayPublish: may(ctx.actor, "publish", input.consultationId),
  })),
  /** The edition of this number, or the last one that stands. */
  ofConsultation: publicProcedure
    .input(z.object({ slug: slugSchema, number: editionNumberSchema.optional() }))
    .query(({ ctx, input }) => publishedEdition(ctx.db, input.slug, input.number ?? null, ctx.publicUrl)),
});
