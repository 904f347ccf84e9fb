import "server-only";
import { z } from "zod";
import { roundNumberSchema, slugSchema } from "@/domain/consultation/consultation";
import { publicProcedure, router } from "@/server/trpc/init";
import { receiptsOf, recordOf } from "./queries";

const round = z.object({ slug: slugSchema, number: roundNumberSchema });

export const receiptsRouter = router({
  ofRound: publicProcedure.input(round).query(({ ctx, input }) => receiptsOf(ctx.db, input)),
  record: publicProcedure.input(round).query(({ ctx, input }) => recordOf(ctx, input)),
});
