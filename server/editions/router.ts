import "server-only";
import { z } from "zod";
import { slugSchema } from "@/domain/consultation/consultation";
import { editionNumberSchema } from "@/domain/edition/edition";
import { notedSubjectSchema, subjectSchema } from "@/domain/edition/signed";
import { publicProcedure, router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { withdrawEdition } from "./publishing";
import { listedEditions, publishedReports } from "./queries";
import { signOff } from "./sign-off";
import { sign, takeBack, writeNote } from "./signing";

const what = z.object({ subject: subjectSchema });

export const editionsRouter = router({
  signOff: procedureFor("draft")
    .input(what)
    .query(({ ctx, input }) => signOff(ctx.db, input.consultationId, input.subject, ctx)),
  sign: procedureFor("publish")
    .input(what.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/) }))
    .mutation(({ ctx, input }) => sign(ctx.db, { ...ctx, ...input }, input.hash)),
  takeBack: procedureFor("publish")
    .input(what)
    .mutation(({ ctx, input }) => takeBack(ctx.db, { ...ctx, ...input })),
  note: procedureFor("publish")
    .input(z.object({ subject: notedSubjectSchema, text: z.string(), version: z.int().min(0) }))
    .mutation(({ ctx, input }) => writeNote(ctx.db, { ...ctx, ...input }, input.text, input.version)),
  withdraw: procedureFor("publish")
    .input(z.object({ number: editionNumberSchema }))
    .mutation(({ ctx, input }) => withdrawEdition(ctx.db, { ...ctx, ...input }, input.number)),
  list: publicProcedure
    .input(z.object({ slug: slugSchema }))
    .query(({ ctx, input }) => listedEditions(ctx.db, input.slug, ctx.publicUrl)),
  index: publicProcedure.query(({ ctx }) => publishedReports(ctx.db, ctx.publicUrl)),
});
