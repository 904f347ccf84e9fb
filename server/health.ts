import "server-only";
import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { SILENCE } from "@/db/silence";
import { ballotHandle, registryHandle } from "./connections";
import { serves } from "./trpc/requests";

type State = "well" | "unreachable" | "not migrated" | "logs statements";
export type Health = { readonly ok: boolean; readonly registry?: State; readonly ballot?: State };

async function newestMigration(side: "registry" | "ballot"): Promise<number> {
  const journal = await readFile(`drizzle/${side}/meta/_journal.json`, "utf8");
  // Written by drizzle-kit.
  const { entries } = JSON.parse(journal) as { entries: { when: number }[] };
  return Math.max(...entries.map(({ when }) => when));
}

/** Whether PostgreSQL could write down what this process asks of a database, or what goes with it. */
async function logsStatements(db: ReturnType<typeof registryHandle> | ReturnType<typeof ballotHandle>) {
  const differ = Object.entries(SILENCE).map(
    ([setting, value]) => sql`current_setting(${setting}) IS DISTINCT FROM ${value}`,
  );
  const [found] = await db.execute<{ loud: boolean }>(sql`SELECT ${sql.join(differ, sql` OR `)} AS loud`);
  return found?.loud !== false;
}

async function stateOf(side: "registry" | "ballot"): Promise<State> {
  const db = side === "registry" ? registryHandle() : ballotHandle();
  const newest = await newestMigration(side);
  try {
    const [applied] = await db.execute<{ newest: string | null }>(
      sql`SELECT max(created_at) AS newest FROM drizzle.__drizzle_migrations`,
    );
    if (!(Number(applied?.newest) >= newest)) return "not migrated";
    return (await logsStatements(db)) ? "logs statements" : "well";
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const state = cause instanceof Error && "code" in cause ? cause.code : undefined;
    return state === "42P01" || state === "3F000" ? "not migrated" : "unreachable";
  }
}

/** Whether the databases that this process serves answer, are migrated, and write down nothing of what is asked. */
export async function health(): Promise<Health> {
  const registry = serves("registry") || serves("closing") ? await stateOf("registry") : undefined;
  const ballot = serves("ballot") || serves("closing") ? await stateOf("ballot") : undefined;
  const ok = [registry, ballot].every((state) => state === undefined || state === "well");
  return { ok, ...(registry && { registry }), ...(ballot && { ballot }) };
}
