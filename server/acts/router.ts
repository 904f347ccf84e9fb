import "server-only";
import { z } from "zod";
import { router } from "@/server/trpc/init";
import { procedureFor } from "@/server/trpc/procedures";
import { actsOf, logFile } from "./queries";

const day = z.iso.date().optional();
const sought = z.object({
  person: z.union([z.uuid(), z.literal("commandLine")]).optional(),
  act: z.string().max(100).optional(),
  from: day,
  until: day,
});

export const actsRouter = router({
  page: procedureFor("oversee")
    .input(sought.extend({ page: z.int().min(1).max(1_000_000) }))
    .query(({ ctx, input: { consultationId, ...asked } }) => actsOf(ctx.db, consultationId, asked)),
  file: procedureFor("oversee")
    .input(sought)
    .query(({ ctx, input: { consultationId, ...asked } }) => logFile(ctx.db, consultationId, asked)),
});
