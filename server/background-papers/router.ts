import "server-only";
import { z } from "zod";
import { describedSchema, MOST_PAPERS } from "@/domain/background-papers/background-paper";
import { slugSchema } from "@/domain/consultation/consultation";
import { publicProcedure, router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { addPaper, arrangePapers, describePaper, removePaper, replaceFile, withdrawPaper } from "./commands";
import { papersDesk, paperToHandOut, publicPapers } from "./queries";

/** Far more than anybody changes a paper; the database counts not much further. */
const MOST_VERSIONS = 1_000_000_000;

const ofRound = z.object({ roundId: z.uuid() });
const ofPaper = ofRound.extend({ paperId: z.uuid(), version: z.int().min(1).max(MOST_VERSIONS) });
/** A file comes as a stream, from the address that takes files in this process: no request of JSON can hold one. */
const file = z.object({
  length: z.int().min(0),
  stream: z.custom<ReadableStream<Uint8Array>>((value) => value instanceof ReadableStream),
});

export const backgroundPapersRouter = router({
  desk: procedureFor("follow")
    .input(ofRound)
    .query(({ ctx, input }) => papersDesk(ctx.db, input, ctx.actor)),
  add: procedureFor("prepare")
    .input(ofRound.extend({ ...describedSchema.shape, file }))
    .mutation(({ ctx, input }) => addPaper(ctx.db, input, ctx)),
  replace: procedureFor("prepare")
    .input(ofPaper.extend({ file }))
    .mutation(({ ctx, input }) => replaceFile(ctx.db, input, ctx)),
  describe: procedureFor("prepare")
    .input(ofPaper.extend(describedSchema.shape))
    .mutation(({ ctx, input }) => describePaper(ctx.db, input, ctx)),
  arrange: procedureFor("prepare")
    .input(ofRound.extend({ paperIds: z.array(z.uuid()).max(MOST_PAPERS) }))
    .mutation(({ ctx, input }) => arrangePapers(ctx.db, input, ctx)),
  remove: procedureFor("prepare")
    .input(ofPaper)
    .mutation(({ ctx, input }) => removePaper(ctx.db, input, ctx)),
  withdraw: procedureFor("prepare")
    .input(ofPaper.extend({ reason: z.string().max(600) }))
    .mutation(({ ctx, input }) => withdrawPaper(ctx.db, input, ctx)),
  ofConsultation: publicProcedure
    .input(z.object({ slug: slugSchema }))
    .query(({ ctx, input }) => publicPapers(ctx.db, input.slug)),
  toHandOut: publicProcedure
    .input(z.object({ slug: slugSchema, paperId: z.uuid() }))
    .query(({ ctx, input }) => paperToHandOut(ctx.db, input.slug, input.paperId)),
});
