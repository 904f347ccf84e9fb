import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

async function tablesOf(db: typeof registry | typeof ballot): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(
    sql`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  return rows.map(({ name }) => name);
}

it("[H1] keeps seats out of the ballot database and responses out of the registry", async () => {
  expect(await tablesOf(ballot)).not.toContain("seats");
  expect(await tablesOf(registry)).not.toContain("response");
  expect(await tablesOf(ballot)).toContain("response");
  expect(await tablesOf(registry)).toContain("seats");
});
