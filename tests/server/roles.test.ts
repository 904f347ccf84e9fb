import { sql } from "drizzle-orm";
import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { SILENCE } from "@/db/silence";
import { ballotDatabase, newDatabase, registryDatabase } from "@/tests/support/databases";

const SIDES = [
  ["registry", await newDatabase("registryCluster"), await newDatabase("ballotCluster"), registryDatabase],
  ["ballot", await newDatabase("ballotCluster"), await newDatabase("registryCluster"), ballotDatabase],
] as const;

describe.each(SIDES)("the %s role", (_side, own, other, database) => {
  it("[A220] signs in to its own cluster, and the other knows neither its name nor its password", async () => {
    const { username, password } = new URL(own);
    const stranger = new URL(other);
    stranger.username = username;
    const asItself = postgres(stranger.href, { max: 1, password });
    await expect(asItself`SELECT`).rejects.toMatchObject({ code: "28P01" });
    await asItself.end();
    stranger.username = new URL(other).username;
    const withItsPassword = postgres(stranger.href, { max: 1, password });
    await expect(withItsPassword`SELECT`).rejects.toMatchObject({ code: "28P01" });
    await withItsPassword.end();
  });

  it("[A220] is told of no other cluster: no link, no foreign server, no file of the machine", async () => {
    const db = await database();
    const links = await db.execute(sql`SELECT FROM pg_foreign_server UNION ALL SELECT FROM pg_user_mappings`);
    expect(links.length).toBe(0);
    await expect(db.execute(sql`SELECT pg_read_file('PG_VERSION')`)).rejects.toThrow();
    await expect(db.execute(sql`CREATE EXTENSION dblink`)).rejects.toThrow();
  });

  it("[A221] leaves nothing of what it asks in PostgreSQL's log, and cannot change that", async () => {
    const db = await database();
    for (const [setting, value] of Object.entries(SILENCE)) {
      const [row] = await db.execute<{ value: string }>(sql`SELECT current_setting(${setting}) AS value`);
      expect([setting, row?.value]).toEqual([setting, value]);
    }
    await expect(db.execute(sql`SET log_statement = 'all'`)).rejects.toThrow();
    await expect(db.execute(sql`SET log_min_duration_statement = 0`)).rejects.toThrow();
  });
});
