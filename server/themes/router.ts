import "server-only";
import { z } from "zod";
import { may } from "@/domain/consultation/access";
import { changeSchema } from "@/domain/themes/coding";
import { closingProcedureFor, closingRouterOf } from "@/server/trpc/closing-init";
import { changeThemes, releaseThemes, sayDone, settle, takeSecondPlace } from "./commands";
import { destroyByHand, destroyWhenDue } from "./destruction";
import { notesOf } from "./notes";
import { requireClosed } from "./place";
import { answersOf, benchOf, codingOf } from "./queries";

const round = z.object({ roundId: z.uuid() });
const item = z.object({ itemId: z.string().min(1).max(100) });

/** What is due is destroyed before anything is read or changed: on its day nothing is left to read. */
const benchProcedureFor = (act: "draft" | "compose") =>
  closingProcedureFor(act)
    .input(round)
    .use(async ({ ctx, input, next }) => {
      await destroyWhenDue(ctx, input.consultationId);
      return next();
    });
const reading = benchProcedureFor("draft");
const composing = benchProcedureFor("compose").input(item);

export const themesRouter = closingRouterOf({
  bench: reading.query(async ({ ctx, input }) => ({
    ...(await benchOf(ctx, input)),
    mayDestroy: may(ctx.actor, "publish", input.consultationId),
  })),
  answers: reading.input(item).query(async ({ ctx, input }) => {
    await requireClosed(ctx, input);
    return answersOf(ctx.ballot, input);
  }),
  notes: reading.input(item).query(async ({ ctx, input }) => {
    await requireClosed(ctx, input);
    return notesOf(ctx.registry, input);
  }),
  coding: reading.input(item).query(({ ctx, input }) => codingOf(ctx, input)),
  change: composing
    .input(z.object({ change: changeSchema }))
    .mutation(({ ctx, input }) => changeThemes(ctx, input, input.change)),
  release: composing.mutation(({ ctx, input }) => releaseThemes(ctx, input)),
  takeSecondPlace: composing.mutation(({ ctx, input }) => takeSecondPlace(ctx, input)),
  sayDone: composing.mutation(({ ctx, input }) => sayDone(ctx, input)),
  settle: composing.mutation(({ ctx, input }) => settle(ctx, input)),
  destroy: closingProcedureFor("publish").mutation(({ ctx, input }) =>
    destroyByHand(ctx, input.consultationId),
  ),
});
