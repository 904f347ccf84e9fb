import "server-only";
import { z } from "zod";
import { copySchema, particularsSchema, setUpSchema, slugSchema } from "@/domain/consultation/consultation";
import { newPersonSchema } from "@/domain/consultation/person";
import { publicProcedure, router } from "@/server/trpc/init";
import {
  missionProcedure,
  missionProcedureFor,
  procedureFor,
  signedInProcedure,
} from "@/server/trpc/procedures";
import { beginning, copyStart } from "./beginning";
import { createConsultation, updateConsultation } from "./commands";
import { copyConsultation } from "./copy";
import { deleteConsultation } from "./deletion";
import { addPerson, removePerson } from "./people";
import { publicPage } from "./public-page";
import { consultationsOf, overview } from "./queries";

export const consultationsRouter = router({
  list: signedInProcedure.query(({ ctx }) => consultationsOf(ctx.db, ctx.actor)),
  overview: procedureFor("follow").query(({ ctx, input }) => overview(ctx.db, input.consultationId, ctx)),
  create: missionProcedure
    .input(setUpSchema)
    .mutation(({ ctx, input }) => createConsultation(ctx.db, input, ctx)),
  beginning: signedInProcedure.query(({ ctx }) => beginning(ctx.db, ctx)),
  copyStart: missionProcedureFor("prepare").query(({ ctx, input }) =>
    copyStart(ctx.db, input.consultationId, ctx),
  ),
  copy: missionProcedureFor("prepare")
    .input(copySchema)
    .mutation(({ ctx, input: { consultationId, ...copy } }) =>
      copyConsultation(ctx.db, consultationId, copy, ctx),
    ),
  delete: procedureFor("prepare")
    .input(z.object({ title: z.string().max(200) }))
    .mutation(({ ctx, input }) => deleteConsultation(ctx.db, input.consultationId, input.title, ctx)),
  update: procedureFor("prepare")
    .input(particularsSchema)
    .mutation(({ ctx, input: { consultationId, ...particulars } }) =>
      updateConsultation(ctx.db, consultationId, particulars, ctx),
    ),
  addPerson: procedureFor("prepare")
    .input(newPersonSchema)
    .mutation(({ ctx, input: { consultationId, ...added } }) =>
      addPerson(ctx.db, consultationId, added, ctx),
    ),
  removePerson: procedureFor("prepare")
    .input(z.object({ personId: z.uuid() }))
    .mutation(({ ctx, input }) => removePerson(ctx.db, input.consultationId, input.personId, ctx)),
  publicPage: publicProcedure
    .input(z.object({ slug: slugSchema }))
    .query(({ ctx, input }) => publicPage(ctx.db, input.slug)),
});
