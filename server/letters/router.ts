import "server-only";
import { z } from "zod";
import { letterSchema } from "@/domain/letter/shape";
import { router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { saveLetter } from "./commands";
import { letterOf } from "./queries";

/** Far more than anybody saves; the database counts not much further. */
const MOST_VERSIONS = 1_000_000_000;

const letter = z.object({ version: z.int().min(0).max(MOST_VERSIONS), letter: letterSchema });

export const lettersRouter = router({
  read: procedureFor("draft").query(({ ctx, input }) =>
    letterOf(ctx.db, input.consultationId, ctx.actor, ctx.now),
  ),
  save: procedureFor("compose")
    .input(letter)
    .mutation(({ ctx, input }) => saveLetter(ctx.db, input, ctx)),
});
