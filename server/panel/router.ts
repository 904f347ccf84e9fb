import "server-only";
import { z } from "zod";
import { MOST_SEATS_OF_ONE } from "@/domain/consultation/seat-cells";
import { MOST_ROWS } from "@/domain/consultation/seat-rows";
import { router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { addFurtherSeat, addSeats, importSeats, removeSeat } from "./commands";
import { issueLinks, newToken, withdrawLinks } from "./links";
import { panelOf, previewSeats } from "./queries";

// Well above what is read at once, so that a text that is too long is answered with a sentence of its own.
const text = z.object({ text: z.string().max(2_000_000) });
const seatIds = z.array(z.uuid()).min(1).max(MOST_ROWS);

export const panelRouter = router({
  seats: procedureFor("follow").query(({ ctx, input }) => panelOf(ctx.db, input.consultationId, ctx.actor)),
  add: procedureFor("invite")
    .input(z.object({ names: z.array(z.string().max(200)).max(MOST_ROWS) }))
    .mutation(({ ctx, input }) => addSeats(ctx.db, input.consultationId, input.names, ctx)),
  addFurther: procedureFor("invite")
    .input(
      z.object({
        delegation: z.string().max(200),
        place: z
          .int()
          .min(2)
          .max(2 * MOST_SEATS_OF_ONE),
      }),
    )
    .mutation(({ ctx, input }) => addFurtherSeat(ctx.db, input.consultationId, input, ctx)),
  // A mutation though it writes nothing: what was pasted does not belong in an address.
  preview: procedureFor("invite")
    .input(text)
    .mutation(({ ctx, input }) => previewSeats(ctx.db, input.consultationId, input.text)),
  import: procedureFor("invite")
    .input(text.extend({ several: z.boolean().default(false) }))
    .mutation(({ ctx, input }) => importSeats(ctx.db, input.consultationId, input, ctx)),
  remove: procedureFor("invite")
    .input(z.object({ seatId: z.uuid() }))
    .mutation(({ ctx, input }) => removeSeat(ctx.db, input.consultationId, input.seatId, ctx)),
  issueLinks: procedureFor("invite")
    .input(z.object({ seatIds: z.union([z.literal("all"), seatIds]), replace: z.boolean() }))
    .mutation(({ ctx, input: { consultationId, ...request } }) =>
      issueLinks(ctx.db, consultationId, request, { publicUrl: ctx.publicUrl, newToken }, ctx),
    ),
  withdrawLinks: procedureFor("invite")
    .input(z.object({ seatIds }))
    .mutation(({ ctx, input }) => withdrawLinks(ctx.db, input.consultationId, input.seatIds, ctx)),
});
