import "server-only";
import { tracked } from "@trpc/server";
import { z } from "zod";
import { codeTyped } from "@/domain/room/code";
import { earlierInRoom, findingShown } from "./findings";
import { createCallerFactory, roomProcedure, router } from "./init";

const code = z
  .string()
  .max(20)
  .transform((typed) => codeTyped(typed) ?? "");
const session = z.object({ code });

/** The session in the room as everybody follows it who knows its code. */
export const roomRouter = router({
  /** Every view as it comes, by server-sent events. Throws `room_code_unknown`, `busy`. */
  follow: roomProcedure
    .input(session.extend({ lastEventId: z.string().max(64).nullish() }))
    .subscription(async function* ({ ctx, input, signal }) {
      const views = ctx.watcher.follow(input.code, input.lastEventId ?? null, signal);
      for await (const { id, view } of views) yield tracked(id, view);
    }),
  /** What is shown now, for whoever gets no stream. Throws `room_code_unknown`. */
  view: roomProcedure.input(session).query(({ ctx, input }) => ctx.watcher.view(input.code)),
  /** A finding that was shown, by its index. Throws `room_code_unknown`, `room_finding_not_shown`, `room_ended`. */
  finding: roomProcedure
    .input(session.extend({ index: z.int().min(0).max(999) }))
    .query(async ({ ctx, input }) =>
      findingShown(ctx.db, await ctx.watcher.facts(input.code), input.index, ctx.now),
    ),
  /** What was found before on the items of the round. Throws `room_code_unknown`. */
  earlier: roomProcedure
    .input(session)
    .query(async ({ ctx, input }) => earlierInRoom(ctx.db, await ctx.watcher.facts(input.code), ctx.now)),
});
export type RoomRouter = typeof roomRouter;

/** Calls the room's procedures without HTTP, for tests. */
export const callRoom = createCallerFactory(roomRouter);
