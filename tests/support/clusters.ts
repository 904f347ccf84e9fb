import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startCluster } from "@/db/embedded";
import { migrateBallot, migrateRegistry } from "@/db/migrate";
import { ensureDatabase } from "@/db/roles";
import { LOGINS, TEMPLATE } from "./template";

declare module "vitest" {
  export interface ProvidedContext {
    registryCluster: string;
    ballotCluster: string;
  }
}

// Tests need no durability of their own clusters.
const FAST = [
  "-c",
  "fsync=off",
  "-c",
  "synchronous_commit=off",
  "-c",
  "full_page_writes=off",
  "-c",
  "max_connections=300",
];

/** Two clusters for the whole run, as in production: registry and ballot never share one. */
export default async function setup(project: TestProject) {
  const directory = await mkdtemp(join(tmpdir(), "tour-de-table-test-"));
  // Under root the clusters run as another account, which must be able to reach its folder.
  await chmod(directory, 0o755);
  const registry = await startCluster(join(directory, "registry"), FAST);
  const ballot = await startCluster(join(directory, "ballot"), FAST);
  const [registryUrl, ballotUrl] = await Promise.all([
    ensureDatabase(registry, TEMPLATE, LOGINS.registryCluster),
    ensureDatabase(ballot, TEMPLATE, LOGINS.ballotCluster),
  ]);
  await Promise.all([migrateRegistry(registryUrl), migrateBallot(ballotUrl)]);
  project.provide("registryCluster", registry.url(""));
  project.provide("ballotCluster", ballot.url(""));
  return async () => {
    await Promise.all([registry.stop(), ballot.stop()]);
    await rm(directory, { recursive: true, force: true });
  };
}
