import "server-only";
import { asc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { coHosts, missions } from "@/db/registry/schema";

/** The missions that hold a consultation together, by name. */
export async function missionsOf(
  db: RegistryDatabase,
  consultationId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: missions.id, name: missions.name })
    .from(coHosts)
    .innerJoin(missions, eq(missions.id, coHosts.missionId))
    .where(eq(coHosts.consultationId, consultationId))
    .orderBy(asc(missions.name));
}

/** Their names alone. */
export async function coHostNames(db: RegistryDatabase, consultationId: string): Promise<string[]> {
  return (await missionsOf(db, consultationId)).map(({ name }) => name);
}
