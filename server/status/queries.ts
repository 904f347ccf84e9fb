import "server-only";
import { readFile } from "node:fs/promises";
import { eq, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { backups, manifestEntries } from "@/db/registry/schema";
import { type Check, checksOf, type Facts } from "@/domain/status/checks";
import type { RegistryEnv } from "@/server/env";
import { health } from "@/server/health";
import { jobCounts } from "@/server/metrics";
import { boxAt } from "./box";
import { mailTrouble } from "./mail";

export type Status = {
  readonly versions: { readonly product: string; readonly node: string; readonly postgresql: string };
  /** Bytes that the registry's database takes up. */
  readonly size: number;
  readonly checks: readonly Check[];
};

async function ofJobs(db: RegistryDatabase): Promise<Facts["jobs"]> {
  const counts = await jobCounts(db);
  const sum = (states: readonly string[]) =>
    counts.filter(({ state }) => states.includes(state)).reduce((total, { count }) => total + count, 0);
  return { waiting: sum(["created", "retry", "active"]), failed: sum(["failed"]) };
}

async function ofBackups(db: RegistryDatabase): Promise<Facts["backups"]> {
  const taken = new Map((await db.select().from(backups)).map(({ side, takenAt }) => [side, takenAt]));
  return { registry: taken.get("registry") ?? null, ballot: taken.get("ballot") ?? null };
}

/** How the instance is, as a host may see it: nothing of any consultation, and no address. */
export async function statusOf(
  db: RegistryDatabase,
  now: Date,
  { BALLOT_URL, SMTP_URL }: Pick<RegistryEnv, "BALLOT_URL" | "SMTP_URL">,
): Promise<Status> {
  // Our own file.
  const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
  const [about] = await db.execute<{ postgresql: string; size: string }>(
    sql`SELECT current_setting('server_version') AS postgresql, pg_database_size(current_database()) AS size`,
  );
  const [report, box, pending, mail, jobs, taken] = await Promise.all([
    health(),
    boxAt(BALLOT_URL),
    db.$count(manifestEntries, eq(manifestEntries.acknowledged, false)),
    mailTrouble(SMTP_URL),
    ofJobs(db),
    ofBackups(db),
  ]);
  const registry = report.registry ?? "well"; // a process that serves no registry is asked no status
  return {
    versions: { product: version, node: process.versions.node, postgresql: about?.postgresql ?? "" },
    size: Number(about?.size ?? 0),
    checks: checksOf({ now, registry, box, pending, mail, jobs, backups: taken }),
  };
}
