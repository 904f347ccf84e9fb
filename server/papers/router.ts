import "server-only";
import { z } from "zod";
import { roundNumberSchema, slugSchema } from "@/domain/consultation/consultation";
import { MOST, reasonSchema } from "@/domain/paper/shapes";
import { idSchema } from "@/domain/questionnaire/shapes/label";
import { publicProcedure, router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { paperOfRound, publicPaper } from "./circulated";
import { beginPaper, circulatePaper, explainChange, savePaper } from "./commands";
import { paperInFile } from "./document";
import { paperOf, papersDesk } from "./queries";

/** Far more than anybody writes or saves; the database counts not much further. */
const MOST_VERSIONS = 1_000_000_000;
/** Characters of a file in base64: of two megabytes, and a little more so that a larger one is refused in words. */
const MOST_ENCODED = 3_000_000;

const number = roundNumberSchema;
const version = z.object({ number });
const edited = version.extend({ version: z.int().min(0).max(MOST_VERSIONS) });
const inPublic = z.object({ slug: slugSchema, number: roundNumberSchema });

export const papersRouter = router({
  desk: procedureFor("follow").query(({ ctx, input }) => papersDesk(ctx.db, input.consultationId, ctx.actor)),
  read: procedureFor("follow")
    .input(version)
    .query(({ ctx, input }) => paperOf(ctx.db, input)),
  begin: procedureFor("compose")
    .input(z.object({ after: z.int().min(0).max(98) }))
    .mutation(({ ctx, input }) => beginPaper(ctx.db, input.consultationId, input.after, ctx)),
  save: procedureFor("compose")
    .input(edited.extend({ markdown: z.string().max(MOST.characters) }))
    .mutation(({ ctx, input }) => savePaper(ctx.db, input, ctx)),
  explain: procedureFor("compose")
    .input(edited.extend({ blockId: idSchema, ...reasonSchema.shape }))
    .mutation(({ ctx, input }) => explainChange(ctx.db, input, ctx)),
  fromFile: procedureFor("compose")
    .input(z.object({ file: z.base64().max(MOST_ENCODED) }))
    .mutation(({ input }) => paperInFile(input.file)),
  circulate: procedureFor("prepare")
    .input(z.object({ roundId: z.uuid(), number: number.nullable() }))
    .mutation(({ ctx, input }) => circulatePaper(ctx.db, input, ctx)),
  ofNumber: publicProcedure
    .input(inPublic)
    .query(({ ctx, input }) => publicPaper(ctx.db, input.slug, input.number)),
  ofRound: publicProcedure
    .input(inPublic)
    .query(({ ctx, input }) => paperOfRound(ctx.db, input.slug, input.number)),
});
