import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { connectRegistry } from "@/db/connect";
import type { RegistryDatabase } from "@/db/registry/client";
import { chainOf } from "@/server/acts/chain";
import { audit } from "@/server/audit";
import { newDatabase } from "@/tests/support/databases";
import { storedEntries } from "@/tests/support/log-tampering";

const MIGRATIONS = readdirSync("drizzle/registry")
  .filter((name) => name.endsWith(".sql"))
  .toSorted();
const OF_THE_CHAIN = MIGRATIONS.findIndex((name) => name.endsWith("_audit_chain.sql"));

async function migrate(db: RegistryDatabase, names: readonly string[]): Promise<void> {
  for (const name of names)
    for (const statement of readFileSync(`drizzle/registry/${name}`, "utf8").split(
      "--> statement-breakpoint",
    ))
      await db.execute(sql.raw(statement));
}

it("[A190] entries that stood in a registry before there was a chain keep their order, each in its own log", async () => {
  const { db, end } = connectRegistry(await newDatabase("registryCluster", "template1"));
  await migrate(db, MIGRATIONS.slice(0, OF_THE_CHAIN));
  // By the columns of that time: the schema may have grown since.
  const [one, other] = await db.execute<{
    id: string;
  }>(sql`INSERT INTO consultations (slug, title, subject, rule)
    VALUES ('one', '', '', ''), ('other', '', '', '') RETURNING id`);
  if (one === undefined || other === undefined) throw new Error("no consultations");
  const at = new Date("2026-03-02T15:00:00.123Z");
  const acts = [one.id, other.id, null, one.id, null, other.id, one.id];
  for (const [index, consultationId] of acts.entries())
    await db.execute(sql`INSERT INTO audit_entries (consultation_id, act, detail, at)
      VALUES (${consultationId}, ${`act ${index}`}, '{}', ${at.toISOString()})`);
  await migrate(db, MIGRATIONS.slice(OF_THE_CHAIN));
  const placed = async (consultationId: string | null) =>
    (await storedEntries(db, consultationId)).map(({ position, act }) => `${position}: ${act}`);
  expect(await placed(one.id)).toEqual(["1: act 0", "2: act 3", "3: act 6"]);
  expect(await placed(other.id)).toEqual(["1: act 1", "2: act 5"]);
  expect(await placed(null)).toEqual(["1: act 2", "2: act 4"]);
  const entry = { consultationId: one.id, personId: null, act: "act 7", detail: {}, at };
  await db.transaction((tx) => audit(tx, entry));
  expect(await chainOf(db, one.id)).toMatchObject({ entries: 4, unchained: 3, verified: 4, broken: null });
  await end();
});
