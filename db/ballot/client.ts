import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type * as schema from "./schema";

/** A handle on the ballot database, or a transaction in it. */
export type BallotDatabase = PostgresJsDatabase<typeof schema>;
