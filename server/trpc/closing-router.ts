import "server-only";
import { z } from "zod";
import { closeWindow } from "@/server/releases/close-window";
import { closeByHand } from "@/server/releases/closing-time";
import { themesRouter } from "@/server/themes/router";
import { closingCallerFactory, closingProcedureFor, closingRouterOf } from "./closing-init";

const closing = closingProcedureFor("conduct").input(z.object({ roundId: z.uuid() }));

/** What reads both databases: the closes of rounds and windows, and the bench at which open answers are coded. */
export const closingRouter = closingRouterOf({
  releases: closingRouterOf({
    close: closing.mutation(({ ctx, input }) => closeByHand(ctx, input.consultationId, input.roundId)),
    closeWindow: closing.mutation(({ ctx, input }) => closeWindow(ctx, input.consultationId, input.roundId)),
  }),
  themes: themesRouter,
});
export type ClosingRouter = typeof closingRouter;

/** Calls the closing process's procedures without HTTP, for tests. */
export const callClosing = closingCallerFactory(closingRouter);
