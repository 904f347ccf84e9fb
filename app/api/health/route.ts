import { health } from "@/server/health";
import { atMost } from "@/server/trpc/shedding";

/** Whoever watches over the instance asks now and then; each time the databases are asked. */
const AT_ONCE = 16;

/** Whether what this process serves answers and is migrated: 200, or 503 with what is wrong. */
export const GET = atMost(AT_ONCE, async () => {
  const report = await health();
  return Response.json(report, { status: report.ok ? 200 : 503 });
});
