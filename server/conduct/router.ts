import "server-only";
import { z } from "zod";
import { router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { openByClock, setExtension } from "./by-clock";
import { extendRound, openRound } from "./commands";
import { endConsultation } from "./end";
import { openEnrolment } from "./open-enrolment";
import { pushManifest } from "./push";

const round = z.object({ roundId: z.uuid() });

export const conductRouter = router({
  openEnrolment: procedureFor("conduct").mutation(({ ctx, input }) =>
    openEnrolment(ctx, input.consultationId),
  ),
  openRound: procedureFor("conduct")
    .input(round)
    .mutation(({ ctx, input }) => openRound(ctx, input.consultationId, input.roundId)),
  extendRound: procedureFor("conduct")
    .input(round.extend({ closesAt: z.iso.datetime() }))
    .mutation(({ ctx, input }) =>
      extendRound(ctx, input.consultationId, input.roundId, new Date(input.closesAt)),
    ),
  openByClock: procedureFor("conduct")
    .input(round.extend({ wanted: z.boolean() }))
    .mutation(({ ctx, input }) => openByClock(ctx.db, input, ctx)),
  setExtension: procedureFor("conduct")
    .input(z.object({ hours: z.number() }))
    .mutation(({ ctx, input }) => setExtension(ctx.db, input, ctx)),
  end: procedureFor("conduct").mutation(({ ctx, input }) =>
    endConsultation(ctx.db, input.consultationId, ctx),
  ),
  retry: procedureFor("conduct").mutation(({ ctx, input }) =>
    pushManifest(ctx.db, input.consultationId, ctx.ballotBox),
  ),
});
