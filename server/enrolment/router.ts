import "server-only";
import { z } from "zod";
import { publicProcedure, router } from "@/server/trpc/init";
import { issueCredentials, putWallet } from "./commands";
import { invitedSeat, walletAt } from "./queries";

const token = z.string().max(64);
const encoded = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9_-]*$/);

/** Most keys that one consultation can have: six planned, three spare, two windows. */
const MOST_KEYS = 11;

export const enrolmentRouter = router({
  seat: publicProcedure
    .input(z.object({ token }))
    .mutation(({ ctx, input }) => invitedSeat(ctx.db, input.token)),
  issue: publicProcedure
    .input(
      z.object({
        token,
        blinded: z
          .array(z.object({ roundId: z.uuid(), blinded: encoded(512) }))
          .min(1)
          .max(MOST_KEYS),
      }),
    )
    .mutation(async ({ ctx, input }) => ({
      signatures: await issueCredentials(ctx.db, input.token, input.blinded, ctx.secrets),
    })),
});

export const walletsRouter = router({
  put: publicProcedure
    .input(z.object({ locator: encoded(43), ciphertext: encoded(28_000) }))
    .mutation(({ ctx, input }) => putWallet(ctx.db, input.locator, input.ciphertext)),
  get: publicProcedure
    .input(z.object({ locator: encoded(43) }))
    .mutation(async ({ ctx, input }) => ({ ciphertext: await walletAt(ctx.db, input.locator) })),
});
