import "server-only";
import { z } from "zod";
import { newToken } from "@/server/panel/links";
import { router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { agreeToReplacement, askReplacement, layReplacementAside } from "./commands";
import { replacementsOf } from "./queries";

const seat = z.object({ seatId: z.uuid() });

export const replacementsRouter = router({
  list: procedureFor("follow").query(({ ctx, input }) =>
    replacementsOf(ctx.db, input.consultationId, ctx.actor),
  ),
  ask: procedureFor("invite")
    .input(seat.extend({ reason: z.string().max(5_000) }))
    .mutation(({ ctx, input: { reason, ...which } }) =>
      askReplacement(ctx.db, { ...which, ...ctx }, reason, { publicUrl: ctx.publicUrl, newToken }),
    ),
  agree: procedureFor("invite")
    .input(seat)
    .mutation(({ ctx, input }) =>
      agreeToReplacement(ctx.db, { ...input, ...ctx }, { publicUrl: ctx.publicUrl, newToken }),
    ),
  layAside: procedureFor("invite")
    .input(seat)
    .mutation(({ ctx, input }) => layReplacementAside(ctx.db, { ...input, ...ctx })),
});
