import "server-only";
import { z } from "zod";
import { roundNumberSchema, slugSchema } from "@/domain/consultation/consultation";
import { questionnaireSchema } from "@/domain/questionnaire/shapes/questionnaire";
import { publicProcedure, router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { saveQuestionnaire } from "./commands";
import { openedQuestionnaire, questionnaireOf } from "./queries";

/** Far more than anybody saves; the database counts not much further. */
const MOST_VERSIONS = 1_000_000_000;

const round = z.object({ roundId: z.uuid() });

export const questionnairesRouter = router({
  read: procedureFor("follow")
    .input(round)
    .query(({ ctx, input }) => questionnaireOf(ctx.db, input, ctx.actor)),
  save: procedureFor("prepare")
    .input(round.extend({ version: z.int().min(0).max(MOST_VERSIONS), questionnaire: questionnaireSchema }))
    .mutation(({ ctx, input }) => saveQuestionnaire(ctx.db, input, ctx)),
  ofRound: publicProcedure
    .input(z.object({ slug: slugSchema, number: roundNumberSchema }))
    .query(({ ctx, input }) => openedQuestionnaire(ctx.db, input.slug, input.number)),
});
