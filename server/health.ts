import "server-only";
import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { ballotHandle, registryHandle } from "./connections";
import { serves } from "./trpc/requests";

type State = "well" | "unreachable" | "not migrated";
export type Health = { readonly ok: boolean; readonly registry?: State; readonly ballot?: State };

async function newestMigration(side: "registry" | "ballot"): Promise<number> {
  const journal = await readFile(`drizzle/${side}/meta/_journal.json`, "utf8");
  // Written by drizzle-kit.
  const { entries } = JSON.parse(journal) as { entries: { when: number }[] };
  return Math.max(...entries.map(({ when }) => when));
}

async function stateOf(side: "registry" | "ballot"): Promise<State> {
  const db = side === "registry" ? registryHandle() : ballotHandle();
  const newest = await newestMigration(side);
  try {
    const [applied] = await db.execute<{ newest: string | null }>(
      sql`SELECT max(created_at) AS newest FROM drizzle.__drizzle_migrations`,
    );
    return Number(applied?.newest) >= newest ? "well" : "not migrated";
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const state = cause instanceof Error && "code" in cause ? cause.code : undefined;
    return state === "42P01" || state === "3F000" ? "not migrated" : "unreachable";
  }
}

/** Whether the databases that this process serves answer and are migrated. */
export async function health(): Promise<Health> {
  const registry = serves("registry") || serves("closing") ? await stateOf("registry") : undefined;
  const ballot = serves("ballot") || serves("closing") ? await stateOf("ballot") : undefined;
  const ok = [registry, ballot].every((state) => state === undefined || state === "well");
  return { ok, ...(registry && { registry }), ...(ballot && { ballot }) };
}
