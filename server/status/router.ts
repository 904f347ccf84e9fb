import "server-only";
import { registryEnv } from "@/server/env";
import { router } from "@/server/trpc/init";
import { signedInProcedure } from "@/server/trpc/procedures";
import { statusOf } from "./queries";

export const statusRouter = router({
  read: signedInProcedure.query(({ ctx }) => statusOf(ctx.db, ctx.now, registryEnv())),
});
