import "server-only";
import { z } from "zod";
import { isBase64Url } from "@/domain/anonymity/encoding";
import { limitOf } from "@/server/limits";
import { publicProcedure, router } from "@/server/trpc/init";
import { issueCredentials } from "./commands";
import { invitedSeat } from "./queries";
import { putWallet, walletAt } from "./wallets";

const token = z.string().max(64);
const encoded = (most: number) => z.string().max(most).refine(isBase64Url);

/** Most keys that one consultation can have: six planned, three spare, two windows. */
const MOST_KEYS = 11;

/** For whoever brings an invitation: what one token may ask in a minute is far more than enrolling takes. */
const withinLimit = limitOf(60, 60);
const invitedProcedure = publicProcedure.input(z.object({ token })).use(async ({ input, next }) => {
  await withinLimit(input.token);
  return next();
});

/** For whoever names a wallet's place: an enrolment writes it twice, a device reads it once. */
const withinPlaceLimit = limitOf(60, 60);
const walletProcedure = publicProcedure
  .input(z.object({ locator: encoded(43) }))
  .use(async ({ input, next }) => {
    await withinPlaceLimit(input.locator);
    return next();
  });

export const enrolmentRouter = router({
  seat: invitedProcedure.mutation(({ ctx, input }) => invitedSeat(ctx.db, input.token)),
  issue: invitedProcedure
    .input(
      z.object({
        blinded: z
          .array(z.object({ roundId: z.uuid(), blinded: encoded(512) }))
          .min(1)
          .max(MOST_KEYS)
          .refine((messages) => new Set(messages.map(({ roundId }) => roundId)).size === messages.length),
      }),
    )
    .mutation(async ({ ctx, input }) => ({
      signatures: await issueCredentials(ctx.db, input.token, input.blinded, ctx.secrets),
    })),
});

export const walletsRouter = router({
  put: walletProcedure
    .input(z.object({ consultationId: z.uuid(), ciphertext: encoded(28_000) }))
    .mutation(({ ctx, input }) => putWallet(ctx.db, input)),
  get: walletProcedure.mutation(async ({ ctx, input }) => ({
    ciphertext: await walletAt(ctx.db, input.locator),
  })),
});
