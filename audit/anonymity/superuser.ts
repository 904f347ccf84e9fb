import postgres from "postgres";
import type { Instance } from "@/bin/instance";

/** The superuser's address of each database of an instance: what whoever runs the databases has. */
export const superusers = ({ registry, ballot }: Instance) => ({
  registry: registry.url("registry"),
  ballot: ballot.url("ballot"),
});

/** Does something in a database as its superuser. */
export async function asSuperuser<Value>(
  url: string,
  work: (sql: postgres.Sql) => Promise<Value>,
): Promise<Value> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  return work(sql).finally(() => sql.end());
}
