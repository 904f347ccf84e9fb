import { sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";

/** Every row of the registry as text, table by table: what a test compares before and after. */
export async function allRows(registry: RegistryDatabase): Promise<Map<string, string[]>> {
  const tables = await registry.execute<{ name: string }>(
    sql`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
  );
  const rows = new Map<string, string[]>();
  for (const { name } of tables) {
    const found = await registry.execute<{ row: string }>(
      sql`SELECT to_jsonb(t)::text AS row FROM ${sql.identifier(name)} AS t`,
    );
    rows.set(
      name,
      found.map(({ row }) => row),
    );
  }
  return rows;
}

/** The rows that are there after and were not before, of the tables that gained any. */
export function gained(
  before: ReadonlyMap<string, readonly string[]>,
  after: ReadonlyMap<string, readonly string[]>,
): Record<string, string[]> {
  const more = [...after].map(([table, rows]) => {
    const known = new Set(before.get(table));
    return [table, rows.filter((row) => !known.has(row))] as const;
  });
  return Object.fromEntries(more.filter(([, rows]) => rows.length > 0));
}
