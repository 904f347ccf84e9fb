import "server-only";
import type { RegistryDatabase } from "@/db/registry/client";
import { people } from "@/db/registry/schema";
import { registryHandle } from "@/server/connections";
import { commonEnv } from "@/server/env";

/** Whether nobody has been invited to this registry yet. */
export async function isWithoutPeople(db: RegistryDatabase): Promise<boolean> {
  const anybody = await db.select({ id: people.id }).from(people).limit(1);
  return anybody.length === 0;
}

/** People are never deleted: once there is somebody, nobody needs to ask again. */
let somebody = false;

/** Whether this instance is to say how its first host is made. One whose registry is out of reach does not. */
export async function awaitsFirstHost(): Promise<boolean> {
  if (somebody || commonEnv().TDT_ROLE === "ballot") return false;
  const empty = await isWithoutPeople(registryHandle()).catch(() => null);
  somebody = empty === false;
  return empty === true;
}
