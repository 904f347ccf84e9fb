import "server-only";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { slugSchema } from "@/domain/consultation/consultation";
import { stepSchema } from "@/domain/room/step";
import { publicProcedure, router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { startSession, takeStep, undoStep } from "./commands";
import { roomConsole } from "./console";
import { codeUnderWay } from "./session";

const number = z.int().min(0).max(100_000);
const newBytes = (): Uint8Array => randomBytes(16);

/**
 * The session in the room as its hosts conduct it, and for everybody whether there is one; what each throws stands at the
 * command that it calls.
 */
export const conductingRouter = router({
  start: procedureFor("conduct")
    .input(z.object({ roundId: z.uuid() }))
    .mutation(({ ctx, input }) => startSession(ctx.db, input, { ...ctx, newBytes })),
  /** What the public page tells too, for pages that were loaded before the session began. */
  underWay: publicProcedure
    .input(z.object({ slug: slugSchema }))
    .query(async ({ ctx, input }) => ({ code: await codeUnderWay(ctx.db, input.slug) })),
  console: procedureFor("follow").query(({ ctx, input }) =>
    roomConsole(ctx.db, input.consultationId, ctx.now),
  ),
  take: procedureFor("conduct")
    .input(z.object({ after: number, step: stepSchema }))
    .mutation(({ ctx, input }) => takeStep(ctx.db, input, ctx)),
  undo: procedureFor("conduct")
    .input(z.object({ number }))
    .mutation(({ ctx, input }) => undoStep(ctx.db, input, ctx)),
});
