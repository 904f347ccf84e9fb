import { migrate } from "drizzle-orm/postgres-js/migrator";
import { connectBallot, connectRegistry } from "./connect";
import { migrateJobs } from "./registry/jobs";

/** Brings the registry at `url` up to the newest migration under `drizzle/registry`, and the tables of its jobs. */
export async function migrateRegistry(url: string): Promise<void> {
  const { db, end } = connectRegistry(url);
  await migrate(db, { migrationsFolder: "drizzle/registry" }).finally(end);
  await migrateJobs(url);
}

/** Brings the ballot database at `url` up to the newest migration under `drizzle/ballot`. */
export async function migrateBallot(url: string): Promise<void> {
  const { db, end } = connectBallot(url);
  await migrate(db, { migrationsFolder: "drizzle/ballot" }).finally(end);
}
