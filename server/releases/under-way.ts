import "server-only";
import { sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";

/** The closes that this process is at, by round or window. */
const here = new Map<string, Promise<void>>();

/** Closes a round or window once at a time in this process: whoever asks meanwhile is given the outcome of the same close. */
export function joined(roundId: string, close: () => Promise<void>): Promise<void> {
  const before = here.get(roundId);
  if (before !== undefined) return before;
  const begun = close().finally(() => here.delete(roundId));
  here.set(roundId, begun);
  return begun;
}

/**
 * What the clock does with a round or window, unless it is being closed already: by this process, or by the clock of
 * another, whose lock goes with its connection. A close holds one connection for that, which the few looks at the same time
 * leave room for; hosts, of whom any number may ask, hold none.
 */
export async function unlessUnderWay(
  registry: RegistryDatabase,
  roundId: string,
  work: () => Promise<void>,
): Promise<void> {
  if (here.has(roundId)) return;
  await registry.transaction(async (tx) => {
    const [lock] = await tx.execute<{ held: boolean }>(
      sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${`closing ${roundId}`}, 0)) AS held`,
    );
    if (lock?.held) await work();
  });
}
