import "server-only";
import { registryEnv } from "@/server/env";
import { router } from "@/server/trpc/init";
import { missionProcedure } from "@/server/trpc/procedures";
import { statusOf } from "./queries";

export const statusRouter = router({
  read: missionProcedure.query(({ ctx }) => statusOf(ctx.db, ctx.now, registryEnv())),
});
