import "server-only";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { stepSchema } from "@/domain/room/step";
import { router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { startSession, takeStep, undoStep } from "./commands";
import { roomConsole } from "./console";

const number = z.int().min(0).max(100_000);
const newBytes = (): Uint8Array => randomBytes(16);

/** The session in the room as its hosts conduct it. */
export const conductingRouter = router({
  start: procedureFor("conduct")
    .input(z.object({ roundId: z.uuid() }))
    .mutation(({ ctx, input }) => startSession(ctx.db, input, { ...ctx, newBytes })),
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
