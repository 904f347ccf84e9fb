import "server-only";
import { readFile } from "node:fs/promises";
import { isNotNull, sql } from "drizzle-orm";
import { roundKeys } from "@/db/registry/schema";
import { SILENCE } from "@/db/silence";
import { ballotHandle, registryHandle } from "./connections";
import { keyEncryptionKeyHere } from "./env";
import { unwrapped } from "./manifest/keys";
import { serves } from "./trpc/requests";

type State = "well" | "unreachable" | "not migrated" | "logs statements" | "keys do not open";
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

/** Whether a key that is stored opens with the one that this process was given; none being stored, there is nothing amiss. */
async function keysOpen(): Promise<boolean> {
  const [stored] = await registryHandle()
    .select({ wrapped: roundKeys.wrappedPrivateKey })
    .from(roundKeys)
    .where(isNotNull(roundKeys.wrappedPrivateKey))
    .limit(1);
  if (!stored?.wrapped) return true;
  const given = keyEncryptionKeyHere();
  try {
    return given !== null && unwrapped(stored.wrapped, given).type === "private";
  } catch {
    return false;
  }
}

async function stateOf(side: "registry" | "ballot"): Promise<State> {
  const db = side === "registry" ? registryHandle() : ballotHandle();
  const newest = await newestMigration(side);
  try {
    const [applied] = await db.execute<{ newest: string | null }>(
      sql`SELECT max(created_at) AS newest FROM drizzle.__drizzle_migrations`,
    );
    if (!(Number(applied?.newest) >= newest)) return "not migrated";
    if (await logsStatements(db)) return "logs statements";
    return side === "ballot" || (await keysOpen()) ? "well" : "keys do not open";
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const state = cause instanceof Error && "code" in cause ? cause.code : undefined;
    return state === "42P01" || state === "3F000" ? "not migrated" : "unreachable";
  }
}

/** Whether the databases that this process serves answer, are migrated, write down nothing of what is asked, and hold keys that open. */
export async function health(): Promise<Health> {
  const registry = serves("registry") || serves("closing") ? await stateOf("registry") : undefined;
  const ballot = serves("ballot") || serves("closing") ? await stateOf("ballot") : undefined;
  const ok = [registry, ballot].every((state) => state === undefined || state === "well");
  return { ok, ...(registry && { registry }), ...(ballot && { ballot }) };
}
