import { asc, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { auditEntries } from "@/db/registry/schema";
import { actBytes } from "@/domain/acts/entry";
import { toBase64Url } from "@/domain/anonymity/encoding";
import { inLogOf } from "@/server/audit";
import { sha256 } from "@/server/hashing";

export type Entry = typeof auditEntries.$inferSelect;
export type Tampering = (log: readonly Entry[]) => readonly Entry[];

/** The stored log of a consultation, or of acts of none. */
export const storedEntries = (registry: RegistryDatabase, consultationId: string | null): Promise<Entry[]> =>
  registry.select().from(auditEntries).where(inLogOf(consultationId)).orderBy(asc(auditEntries.position));

/** Puts other entries in the place of a log, as whoever holds the database can: its triggers are switched off. */
export async function tamper(
  registry: RegistryDatabase,
  consultationId: string | null,
  tampering: Tampering,
): Promise<void> {
  const log = tampering(await storedEntries(registry, consultationId));
  await registry.transaction(async (tx) => {
    await tx.execute(sql`ALTER TABLE audit_entries DISABLE TRIGGER USER`);
    await tx.delete(auditEntries).where(inLogOf(consultationId));
    if (log.length > 0) await tx.insert(auditEntries).values([...log]);
    await tx.execute(sql`ALTER TABLE audit_entries ENABLE TRIGGER USER`);
  });
}

/** A log with one entry changed. */
export const changedAt =
  (place: number, part: (entry: Entry) => Partial<Entry>): Tampering =>
  (log) =>
    log.map((entry) => (entry.position === place ? { ...entry, ...part(entry) } : entry));

/** A log whose entries have the numbers of their places. */
export const renumbered: Tampering = (log) => log.map((entry, index) => ({ ...entry, position: index + 1 }));

/** A log that hangs together again, whatever was done to it: every hash is worked out anew. */
export const rechained: Tampering = (log) => {
  let previous: Uint8Array | null = null;
  return renumbered(log).map((entry) => {
    const hash = sha256(actBytes(entry, previous === null ? null : toBase64Url(previous)));
    const chained = { ...entry, previous, hash };
    previous = hash;
    return chained;
  });
};
