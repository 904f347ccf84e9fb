import "server-only";
import { z } from "zod";
import { may } from "@/domain/consultation/access";
import { roundNumberSchema, slugSchema } from "@/domain/consultation/consultation";
import { publishEdition } from "@/server/editions/publishing";
import { publicProcedure, router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { publishRound } from "./commands";
import { earlierFindings } from "./earlier";
import { draftsOf, publishedRound } from "./queries";

const round = z.object({ roundId: z.uuid() });

export const publicationRouter = router({
  drafts: procedureFor("draft")
    .input(round)
    .query(async ({ ctx, input }) => ({
      ...(await draftsOf(ctx.db, input.consultationId, input.roundId)),
      mayPublish: may(ctx.actor, "publish", input.consultationId),
    })),
  publish: procedureFor("publish")
    .input(round)
    .mutation(({ ctx, input }) => publishRound(ctx.db, { ...ctx, ...input }, input.roundId)),
  publishReport: procedureFor("publish").mutation(({ ctx, input }) =>
    publishEdition(ctx.db, { ...ctx, ...input }),
  ),
  ofRound: publicProcedure
    .input(z.object({ slug: slugSchema, number: roundNumberSchema }))
    .query(({ ctx, input }) => publishedRound(ctx.db, input.slug, input.number)),
  /** What participants see beside a carried item. It is the same for everybody and asks for no identity. */
  earlier: publicProcedure
    .input(z.object({ slug: slugSchema, number: roundNumberSchema }))
    .query(({ ctx, input }) => earlierFindings(ctx.db, input.slug, input.number)),
});
