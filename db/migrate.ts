import { migrate } from "drizzle-orm/postgres-js/migrator";
import { connectBallot, connectRegistry } from "./connect";

/** Brings the registry at `url` up to the newest migration under `drizzle/registry`. */
export async function migrateRegistry(url: string): Promise<void> {
  const { db, end } = connectRegistry(url);
  await migrate(db, { migrationsFolder: "drizzle/registry" }).finally(end);
}

/** Brings the ballot database at `url` up to the newest migration under `drizzle/ballot`. */
export async function migrateBallot(url: string): Promise<void> {
  const { db, end } = connectBallot(url);
  await migrate(db, { migrationsFolder: "drizzle/ballot" }).finally(end);
}
