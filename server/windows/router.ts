import "server-only";
import { z } from "zod";
import { slugSchema } from "@/domain/consultation/consultation";
import { MOST_WINDOW_REPLY } from "@/domain/window/reply-limit";
import { publicProcedure, router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { draftToCirculate, openWindow, replyToWindow } from "./commands";
import { circulatedDraft, windowReceipts } from "./queries";

const number = z.int().min(1).max(2);
const place = z.object({ slug: slugSchema, number });
/** Far more than anybody saves; the database counts not much further. */
const version = z.int().min(0).max(1_000_000_000);

export const windowsRouter = router({
  open: procedureFor("conduct")
    .input(z.object({ closesAt: z.iso.datetime(), draftHash: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }))
    .mutation(({ ctx, input: { consultationId, closesAt, draftHash } }) =>
      openWindow(ctx, consultationId, { closesAt: new Date(closesAt), draftHash }),
    ),
  toCirculate: procedureFor("draft").query(({ ctx, input }) =>
    draftToCirculate(ctx.db, input.consultationId),
  ),
  reply: procedureFor("compose")
    .input(z.object({ number, version, text: z.string().max(MOST_WINDOW_REPLY) }))
    .mutation(({ ctx, input: { consultationId, ...reply } }) =>
      replyToWindow(ctx.db, consultationId, reply, ctx),
    ),
  draft: publicProcedure.input(place).query(({ ctx, input }) => circulatedDraft(ctx.db, input)),
  receipts: publicProcedure.input(place).query(({ ctx, input }) => windowReceipts(ctx.db, input)),
});
