import "server-only";
import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import { bossOver } from "@/db/registry/jobs";
import { log } from "@/server/log";
import type { Queue } from "./queue";

/** What a job is done with, beside what it carries. */
export type Occasion = {
  readonly now: Date;
  /** Whether this is the last time that it is tried: should it throw, nobody tries again. */
  readonly lastTry: boolean;
};

/** A queue with who does its jobs. `start` takes them up; one that throws is tried again as its queue says. */
export type Work = { readonly start: (boss: PgBoss, clock: () => Date) => Promise<void> };

/** How a queue is worked, in one process. */
type Pace<Data> = {
  /** How many jobs are done at the same time. */
  readonly atOnce: number;
  /** How often it is asked for jobs, in seconds; at least half a second. */
  readonly every: number;
  /** What a job carries that is queued at each full minute, once among all processes; a minute that all missed is made up for once. */
  readonly eachMinute?: Data;
};

/**
 * Does the jobs of a queue, each at most once at a time among all processes, and again where a process ended amid it:
 * what `handle` does must bear that. A job that was done is deleted at once, so that no time of it stays.
 */
export function workOn<Data extends object>(
  queue: Queue<Data>,
  { atOnce, every, eachMinute }: Pace<Data>,
  handle: (data: Data, occasion: Occasion) => Promise<void>,
): Work {
  const doneBy = async (boss: PgBoss, job: JobWithMetadata, now: Date): Promise<JobResult> => {
    try {
      await handle(queue.data.parse(job.data), { now, lastTry: job.retryCount >= job.retryLimit });
      await boss.deleteJob(queue.name, job);
      return { id: job.id, status: "completed" };
    } catch (error) {
      // What a job threw may carry what it was about; of it the place alone is told, and nothing kept.
      log.failed("job", error, { queue: queue.name });
      return { id: job.id, status: "failed" };
    }
  };
  return {
    start: async (boss, clock) => {
      const options = {
        batchSize: atOnce,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: every,
        includeMetadata: true,
        perJobResults: true,
      } as const;
      await boss.work(queue.name, options, (jobs: JobWithMetadata[]) =>
        Promise.all(jobs.map((job) => doneBy(boss, job, clock()))),
      );
      if (eachMinute !== undefined)
        await boss.schedule(queue.name, "* * * * *", eachMinute, { missed: "once" });
    },
  };
}

const LONGEST_STOP = 10_000;

/**
 * Takes up jobs in this process, over the registry at `url`, until stopped: then what is being done is done to its end,
 * for ten seconds at the most.
 */
export async function startJobs(
  url: string,
  works: readonly Work[],
  clock: () => Date,
): Promise<{ stop: () => Promise<void> }> {
  const boss = bossOver({
    connectionString: url,
    max: 4,
    // Jobs of a process that was killed are looked for this often.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    maintenanceIntervalSeconds: 600,
    monitorVacuum: false,
  });
  boss.on("error", (error) => log.failed("jobs", error));
  await boss.start({ attempts: 10 });
  for (const work of works) await work.start(boss, clock);
  return { stop: () => boss.stop({ graceful: true, timeout: LONGEST_STOP }) };
}
