import "server-only";
import { z } from "zod";
import { LONGEST } from "@/domain/wording/issues";
import { router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { chooseWords } from "./commands";
import { wordingDesk } from "./queries";

/** Far more than anybody changes one finding. */
const MOST_CHANGES = 1_000_000;
/** Above what is allowed, so that somewhat too much gets a sentence that says so. */
const text = (longest: number) => z.string().max(10 * longest);

const round = z.object({ roundId: z.uuid() });

export const wordingsRouter = router({
  desk: procedureFor("draft")
    .input(round)
    .query(({ ctx, input }) => wordingDesk(ctx.db, input.consultationId, input.roundId)),
  choose: procedureFor("compose")
    .input(
      round.extend({
        findingKey: z.string().max(200),
        position: z.int().min(0).max(MOST_CHANGES),
        phrase: z.string().max(60),
        reason: text(LONGEST.reason).nullable(),
        wording: text(LONGEST.wording).nullable(),
      }),
    )
    .mutation(({ ctx, input }) => chooseWords(ctx.db, input, ctx)),
});
