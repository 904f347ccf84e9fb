import "server-only";
import { setTimeout } from "node:timers/promises";
import { registryEnv } from "@/server/env";
import { startJobs } from "@/server/jobs/work";
import { log } from "@/server/log";
import { serves } from "@/server/trpc/requests";
import { closingWork } from "./closing";
import { registryWork } from "./registry";

/** Milliseconds until it is tried again, where the database was away for longer than pg-boss waits. */
const AGAIN = 30_000;

/**
 * Takes up the jobs of this process, as its role has them, and lets go of them when it is asked to end. A process that
 * serves the ballot box alone has none. Pages are served meanwhile: jobs wait where the database is not there yet.
 */
export async function startWork(): Promise<void> {
  if (!serves("registry") && !serves("closing")) return;
  const works = [...registryWork(), ...(serves("closing") ? closingWork() : [])];
  for (;;)
    try {
      const jobs = await startJobs(registryEnv().DATABASE_URL, works, () => new Date());
      for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void jobs.stop());
      return;
    } catch (error) {
      log.failed("jobs do not run yet", error);
      await setTimeout(AGAIN);
    }
}
