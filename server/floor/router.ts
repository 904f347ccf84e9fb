import "server-only";
import { z } from "zod";
import { noteTextSchema } from "@/domain/floor/note";
import { router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { addNote, editNote, removeNote } from "./commands";
import { floorOf } from "./queries";

const round = z.object({ roundId: z.uuid() });
const written = z.object({ text: noteTextSchema, asWritten: z.boolean() });
const added = round.extend({ noteId: z.uuid(), agendaQuestionId: z.string().min(1).max(100) });
const chosen = round.extend({ noteId: z.uuid(), version: z.int().min(1).max(1_000_000) });

export const floorRouter = router({
  notes: procedureFor("draft")
    .input(round)
    .query(({ ctx, input }) => floorOf(ctx.db, input)),
  add: procedureFor("compose")
    .input(added.extend(written.shape))
    .mutation(({ ctx, input }) => addNote(ctx.db, input, input, ctx.now)),
  edit: procedureFor("compose")
    .input(chosen.extend(written.shape))
    .mutation(({ ctx, input }) => editNote(ctx.db, input, input)),
  remove: procedureFor("compose")
    .input(chosen)
    .mutation(({ ctx, input }) => removeNote(ctx.db, input)),
});
