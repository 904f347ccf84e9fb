import { type ConstructorOptions, PgBoss, type Queue } from "pg-boss";

/**
 * Every queue of jobs, made where the registry is migrated. A job carries ids and nothing else: no token, no address, no
 * name. One that succeeded is deleted at once, one that failed for good after a day.
 */
const QUEUES = [
  // One mail to one seat. A process that was killed is missed after ten seconds, and another sends what it held. A server
  // that puts a mail off is asked again soon, then less and less often, for about an hour.
  {
    name: "mail",
    retryLimit: 9,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 1_200,
    expireInSeconds: 120,
    heartbeatSeconds: 10,
  },
  // A call to look what is due. One that fails is made again at the next full minute anyhow.
  { name: "clock", retryLimit: 3, retryDelay: 2, expireInSeconds: 900, heartbeatSeconds: 10 },
  // What mail is due by the clock: the next minute asks again, whatever became of this one.
  { name: "mail-due", policy: "stately", retryLimit: 0, retentionSeconds: 300, deleteAfterSeconds: 300 },
] as const satisfies readonly Queue[];

export type QueueName = (typeof QUEUES)[number]["name"];

const DAY_IN_SECONDS = 86_400;

/** pg-boss over the registry: in a schema of its own, naming no machine and no process, and tracing nothing. */
export function bossOver(options: ConstructorOptions): PgBoss {
  return new PgBoss({
    schema: "pgboss",
    registerInstance: false,
    openTelemetry: { enabled: false },
    ...options,
  });
}

/** Brings pg-boss's own tables in the registry at `url` up to its version, and makes the queues that are missing. */
export async function migrateJobs(url: string): Promise<void> {
  const boss = bossOver({ connectionString: url, max: 1, supervise: false, schedule: false });
  const failures: Error[] = [];
  boss.on("error", (error) => failures.push(error));
  await boss.start();
  try {
    for (const queue of QUEUES) {
      const { name, ...options }: Queue = { deleteAfterSeconds: DAY_IN_SECONDS, ...queue };
      await boss.createQueue(name, options);
      // Whatever else is changed here later, a queue keeps the policy that it was made with.
      const { policy: _, ...changeable } = options;
      await boss.updateQueue(name, changeable);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failures[0] !== undefined) throw failures[0];
}
