import "server-only";
import { timingSafeEqual } from "node:crypto";
import { sql } from "drizzle-orm";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { RegistryDatabase } from "@/db/registry/client";
import { sha256 } from "@/server/hashing";

/** What became of an act: done, refused with a sentence, or a bug. */
export type Outcome = "done" | "refused" | "bug";

/** Seconds. */
const BUCKETS = [0.05, 0.25, 1, 5, 30];
/**
 * Counts and gauges of this process. Of what participants do there is nothing, neither how often nor how long nor what it
 * cost: whoever keeps these figures learns them every few seconds, and the moment of an answer would be among them. Hence
 * only acts of people who are signed in are counted, and processor time, event loop, memory and connections are not told:
 * even in coarse steps they take the step while somebody answers.
 */
function newMeasures() {
  const registry = new Registry();
  const registers = [registry];
  const acts = new Counter({
    name: "tdt_host_acts_total",
    help: "Procedures called by signed-in people, by feature and outcome.",
    labelNames: ["feature", "outcome"],
    registers,
  });
  const duration = new Histogram({
    name: "tdt_host_act_seconds",
    help: "How long a procedure called by a signed-in person took.",
    labelNames: ["feature"],
    buckets: BUCKETS,
    registers,
  });
  const started = new Gauge({
    name: "process_start_time_seconds",
    help: "When this process started, in seconds since 1970.",
    registers,
  });
  started.set(Math.floor(Date.now() / 1000 - process.uptime()));
  const jobs = new Gauge({
    name: "tdt_jobs",
    help: "Jobs by queue and state.",
    labelNames: ["queue", "state"],
    registers,
  });
  return { registry, acts, duration, jobs };
}

// One set per process; pages and addresses load modules of their own.
const held = globalThis as typeof globalThis & { tdtMeasures?: ReturnType<typeof newMeasures> };

function measures() {
  held.tdtMeasures ??= newMeasures();
  return held.tdtMeasures;
}

/** Counts an act of somebody who is signed in. `path` is the procedure's, of which the feature is kept. */
export function countAct(path: string, outcome: Outcome, seconds: number): void {
  const [feature = ""] = path.split(".");
  measures().acts.inc({ feature, outcome });
  measures().duration.observe({ feature }, seconds);
}

/** Jobs of the queue's own tables, by queue and state; none where nothing was ever queued. */
export async function jobCounts(db: RegistryDatabase) {
  const [found] = await db.execute<{ there: boolean }>(
    sql`SELECT to_regclass('pgboss.job') IS NOT NULL AS there`,
  );
  if (found?.there !== true) return [];
  return db.execute<{ queue: string; state: string; count: number }>(
    sql`SELECT name AS queue, state::text, count(*)::int AS count FROM pgboss.job GROUP BY 1, 2 ORDER BY 1, 2`,
  );
}

/** What Prometheus reads, in its text format. */
export async function exposition(db: RegistryDatabase): Promise<string> {
  const { registry, jobs } = measures();
  jobs.reset();
  for (const { queue, state, count } of await jobCounts(db)) jobs.set({ queue, state }, count);
  return registry.metrics();
}

/** Whether a request carries the token that the environment names. */
export function mayScrape(authorization: string | null, token: string): boolean {
  const given = sha256(Buffer.from(authorization ?? ""));
  return timingSafeEqual(given, sha256(Buffer.from(`Bearer ${token}`)));
}
