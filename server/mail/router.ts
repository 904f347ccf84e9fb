import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { MOST_ROWS } from "@/domain/consultation/seat-rows";
import { LONGEST_NOTE, NOTICE_KINDS } from "@/domain/mail/notice";
import { router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { changeAddresses } from "./addresses";
import { mailDesk } from "./desk";
import { sendInvitations } from "./invitations";
import { sendAgain, sendNotice } from "./notices";
import { previewOf } from "./preview";
import { noteReturned } from "./returned";
import { planScheduled } from "./schedule";

const seatIds = z.union([z.enum(["all", "notMailed"]), z.array(z.uuid()).min(1).max(MOST_ROWS)]);
const note = z.string().max(LONGEST_NOTE);
const notice = z.object({ kind: z.enum(NOTICE_KINDS), roundId: z.uuid().nullable(), note });
const addresses = z.object({
  seatId: z.uuid(),
  before: z.array(z.string().max(254)).max(50),
  text: z.string().max(2_000),
});

export const mailRouter = router({
  desk: procedureFor("invite").query(({ ctx, input }) => mailDesk(ctx.db, input.consultationId, ctx.now)),
  // A mutation though it writes nothing: what hosts wrote does not belong in an address.
  preview: procedureFor("invite")
    .input(notice.extend({ kind: z.enum(["invitation", ...NOTICE_KINDS]) }))
    .mutation(({ ctx, input }) => previewOf(ctx.db, input, ctx.publicUrl)),
  changeAddresses: procedureFor("invite")
    .input(addresses)
    .mutation(({ ctx, input }) => changeAddresses(ctx.db, input.consultationId, input, ctx)),
  sendInvitations: procedureFor("invite")
    .input(z.object({ seatIds }))
    .mutation(({ ctx, input }) =>
      sendInvitations(ctx.db, input.consultationId, input.seatIds, randomUUID(), ctx),
    ),
  sendNotice: procedureFor("invite")
    .input(notice.extend({ seen: z.int().min(0) }))
    .mutation(({ ctx, input }) => sendNotice(ctx.db, input.consultationId, input, ctx)),
  sendAgain: procedureFor("invite")
    .input(z.object({ mailingId: z.uuid() }))
    .mutation(({ ctx, input: { consultationId, mailingId } }) =>
      sendAgain(ctx.db, consultationId, { mailingId, sending: randomUUID() }, ctx),
    ),
  planScheduled: procedureFor("invite")
    .input(z.object({ roundId: z.uuid(), twoDaysBefore: z.boolean(), lastDay: z.boolean() }))
    .mutation(({ ctx, input }) => planScheduled(ctx.db, input.consultationId, input, ctx)),
  noteReturned: procedureFor("invite")
    .input(z.object({ text: z.string().max(400_000) }))
    .mutation(({ ctx, input: { consultationId, text } }) =>
      noteReturned(ctx.db, text, { consultationId, personId: ctx.actor.personId, now: ctx.now }),
    ),
});
