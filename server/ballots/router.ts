import "server-only";
import { boxProcedure, createCallerFactory, router } from "./init";
import { leavesOf } from "./leaves";
import { acceptEntry } from "./manifest";
import { readBack } from "./read-back";
import { challengeSchema, leavesSchema, pushedEntrySchema, readBackSchema, responseSchema } from "./shapes";
import { submitResponse } from "./submit";
import { makeChallenge } from "./verification";

/** The ballot box. All mutations, so that nothing of a response ever stands in an address. */
export const ballotRouter = router({
  acceptEntry: boxProcedure
    .input(pushedEntrySchema)
    .mutation(({ ctx, input: { questionnaire, ...entry } }) => acceptEntry(ctx, entry, questionnaire)),
  submit: boxProcedure
    .input(responseSchema)
    .mutation(({ ctx, input }) => submitResponse(ctx, input.entry, input.credential, input.proof)),
  challenge: boxProcedure.input(challengeSchema).mutation(({ ctx, input }) => ({
    challenge: makeChallenge(ctx.challengeKey, input.roundId, input.key, ctx.now),
  })),
  readBack: boxProcedure.input(readBackSchema).mutation(({ ctx, input }) => readBack(ctx, input)),
  leaves: boxProcedure.input(leavesSchema).mutation(({ ctx, input }) => leavesOf(ctx, input)),
});
export type BallotRouter = typeof ballotRouter;

/** Calls the box's procedures without HTTP, for tests. */
export const callBox = createCallerFactory(ballotRouter);
