import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type * as schema from "./schema";

/** A handle on the registry database, or a transaction in it. */
export type RegistryDatabase = PostgresJsDatabase<typeof schema>;
