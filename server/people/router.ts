import "server-only";
import { z } from "zod";
import { successorSchema } from "@/domain/consultation/hosting";
import { newPersonSchema } from "@/domain/consultation/person";
import { router } from "@/server/trpc/init";
import { memberProcedure, procedureFor, signedInProcedure } from "@/server/trpc/procedures";
import { endCoHosting } from "./end-co-hosting";
import { handOver } from "./hand-over";
import { observedBy } from "./queries";
import { changeRole, leave } from "./roles";

const person = z.object({ personId: z.uuid() });

export const peopleRouter = router({
  observed: signedInProcedure.query(({ ctx }) => observedBy(ctx.db, ctx.actor.personId)),
  changeRole: procedureFor("prepare")
    .input(person.extend(newPersonSchema.pick({ role: true, mission: true }).shape))
    .mutation(({ ctx, input }) => changeRole(ctx.db, { ...ctx, ...input }, input)),
  handOver: procedureFor("prepare")
    .input(person.extend({ successor: successorSchema }))
    .mutation(({ ctx, input }) => handOver(ctx.db, { ...ctx, ...input }, input.personId, input.successor)),
  endCoHosting: procedureFor("prepare").mutation(({ ctx, input }) =>
    endCoHosting(ctx.db, { ...ctx, ...input }),
  ),
  leave: memberProcedure.mutation(({ ctx, input }) => leave(ctx.db, { ...ctx, ...input })),
});
