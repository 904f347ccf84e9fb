import "server-only";
import { z } from "zod";
import { closeRound } from "@/server/releases/close";
import { themesRouter } from "@/server/themes/router";
import { closingCallerFactory, closingProcedureFor, closingRouterOf } from "./closing-init";

/** What reads both databases: the close of a round, and the bench at which its open answers are coded. */
export const closingRouter = closingRouterOf({
  releases: closingRouterOf({
    close: closingProcedureFor("conduct")
      .input(z.object({ roundId: z.uuid() }))
      .mutation(({ ctx, input }) => closeRound(ctx, input.consultationId, input.roundId)),
  }),
  themes: themesRouter,
});
export type ClosingRouter = typeof closingRouter;

/** Calls the closing process's procedures without HTTP, for tests. */
export const callClosing = closingCallerFactory(closingRouter);
