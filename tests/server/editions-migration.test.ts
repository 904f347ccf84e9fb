import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { connectRegistry } from "@/db/connect";
import type { RegistryDatabase } from "@/db/registry/client";
import { newDatabase } from "@/tests/support/databases";

const MIGRATIONS = readdirSync("drizzle/registry")
  .filter((name) => name.endsWith(".sql"))
  .toSorted();
const OF_EDITIONS = MIGRATIONS.findIndex((name) => name.endsWith("_editions_and_signatures.sql"));

async function migrate(db: RegistryDatabase, names: readonly string[]): Promise<void> {
  for (const name of names)
    for (const statement of readFileSync(`drizzle/registry/${name}`, "utf8").split(
      "--> statement-breakpoint",
    ))
      await db.execute(sql.raw(statement));
}

it("[R70] what stood in a registry before there were editions is the first edition of its report, as it was published", async () => {
  const { db, end } = connectRegistry(await newDatabase("registryCluster", "template1"));
  await migrate(db, MIGRATIONS.slice(0, OF_EDITIONS));
  // By the columns of that time: the schema may have grown since.
  const [all, some, unkept] = await db.execute<{
    id: string;
  }>(sql`INSERT INTO consultations (slug, title, subject, rule)
    VALUES ('all', '', '', ''), ('some', '', '', ''), ('unkept', '', '', '') RETURNING id`);
  if (all === undefined || some === undefined || unkept === undefined) throw new Error("no consultations");
  const round = async (consultationId: string, number: number, publishedAt: string | null) => {
    const [made] = await db.execute<{ id: string }>(sql`INSERT INTO rounds
      (id, consultation_id, number, level, opens_at, closes_at, time_zone, questionnaire)
      VALUES (gen_random_uuid(), ${consultationId}, ${number}, 'expert', '2026-01-01', '2026-01-02', 'UTC', '{}')
      RETURNING id`);
    await db.execute(sql`INSERT INTO releases (round_id, release, closed_at, published_at)
      VALUES (${made?.id}, '{}', '2026-01-02', ${publishedAt})`);
  };
  await round(all.id, 1, "2026-01-03");
  await round(some.id, 1, "2026-01-03");
  // Published, but after the report.
  await round(some.id, 2, "2026-03-01");
  await round(unkept.id, 1, null);
  const document = { title: "As it was", rounds: [1] };
  await db.execute(sql`INSERT INTO reports (consultation_id, published_at, document) VALUES
    (${all.id}, '2026-02-01', ${JSON.stringify(document)}),
    (${some.id}, '2026-02-01', ${JSON.stringify(document)}), (${unkept.id}, '2026-02-01', NULL)`);
  await migrate(db, MIGRATIONS.slice(OF_EDITIONS));
  const kept = await db.execute(sql`SELECT number, kind, document, hash, published_at::date::text AS day
    FROM editions ORDER BY kind DESC, document NULLS LAST`);
  const edition = { number: 1, document, hash: null, day: "2026-02-01" };
  expect(kept.toSorted((one, other) => String(one.kind).localeCompare(String(other.kind)))).toEqual([
    { ...edition, kind: "final" },
    { ...edition, kind: "interim" },
    { ...edition, kind: "interim", document: null },
  ]);
  await end();
});
