import { readdirSync, readFileSync } from "node:fs";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { is, sql } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import * as ballotSchema from "@/db/ballot/schema";
import * as registrySchema from "@/db/registry/schema";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";

type Snapshot = ReturnType<typeof generateDrizzleJson>;

/** The newest snapshot that drizzle-kit wrote beside a side's migrations. */
function newestSnapshot(side: string): Snapshot {
  const names = readdirSync(`drizzle/${side}/meta`).filter((name) => name.endsWith("_snapshot.json"));
  const newest = names.toSorted().at(-1);
  if (newest === undefined) throw new Error(`no snapshot of ${side}`);
  // Written by drizzle-kit.
  return JSON.parse(readFileSync(`drizzle/${side}/meta/${newest}`, "utf8")) as Snapshot;
}

const columnsOf = (schema: Record<string, unknown>) =>
  Object.values(schema)
    .filter((table): table is PgTable => is(table, PgTable))
    .map(getTableConfig)
    .flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}: ${column.notNull}`))
    .toSorted();

describe.each([
  ["registry", registrySchema, await registryDatabase()],
  ["ballot", ballotSchema, await ballotDatabase()],
] as const)("the migrations of the %s", (side, schema, db) => {
  it("[S15] leave nothing of the schema to be migrated", async () => {
    const before = newestSnapshot(side);
    expect(await generateMigration(before, generateDrizzleJson({ ...schema }, before.id))).toEqual([]);
  });

  it("[S16] make the very columns that the schema names", async () => {
    const rows = await db.execute<{ column: string }>(sql`
      SELECT table_name || '.' || column_name || ': ' || (is_nullable = 'NO') AS column
      FROM information_schema.columns WHERE table_schema = 'public'`);
    expect(rows.map(({ column }) => column).toSorted()).toEqual(columnsOf({ ...schema }));
  });
});
