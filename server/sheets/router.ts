import "server-only";
import { z } from "zod";
import { roundNumberSchema, slugSchema } from "@/domain/consultation/consultation";
import { MOST_CARDS } from "@/domain/sheets/sheet";
import { publicProcedure, router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { cardsFor, openedSheet, sheetInPreparation } from "./queries";

/** 128 bits in base64url. */
const token = z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/);

export const sheetsRouter = router({
  ofRound: publicProcedure
    .input(z.object({ slug: slugSchema, number: roundNumberSchema }))
    .query(({ ctx, input }) => openedSheet(ctx.db, input, ctx.publicUrl)),
  inPreparation: procedureFor("follow")
    .input(z.object({ roundId: z.uuid() }))
    .query(({ ctx, input }) => sheetInPreparation(ctx.db, input, ctx.publicUrl)),
  // A mutation though it writes nothing: links do not belong in an address.
  cards: procedureFor("invite")
    .input(z.object({ tokens: z.array(token).min(1).max(MOST_CARDS) }))
    .mutation(({ ctx, input }) => cardsFor(ctx.db, input, ctx.publicUrl)),
});
