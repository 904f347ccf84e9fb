import "server-only";
import { asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { auditEntries } from "@/db/registry/schema";
import { actBytes, type LoggedAct } from "@/domain/acts/entry";
import { type Bytes, toBase64Url } from "@/domain/anonymity/encoding";
import { sha256 } from "@/server/hashing";

/** An act of a host or rapporteur, or of the command line (`personId` null). Never a participant's. */
export type AuditedAct = Omit<LoggedAct, "position">;

/** The last entry of a log. */
type Head = { readonly position: number; readonly hash: Bytes };

/** The entries of a consultation's log, or of the one for acts of none. */
export const inLogOf = (consultationId: string | null) =>
  consultationId === null
    ? isNull(auditEntries.consultationId)
    : eq(auditEntries.consultationId, consultationId);

/** Entries from before there was a chain have no hash: it is worked out over all of them, in their order. */
async function headWithoutChain(tx: RegistryDatabase, consultationId: string | null): Promise<Head | null> {
  const entries = await tx
    .select()
    .from(auditEntries)
    .where(inLogOf(consultationId))
    .orderBy(asc(auditEntries.position));
  return entries.reduce<Head | null>(
    (before, entry) => ({
      position: entry.position,
      hash: sha256(actBytes(entry, before === null ? null : toBase64Url(before.hash))),
    }),
    null,
  );
}

/**
 * The last entry of a log, which nobody else adds to until the transaction ends; null where there is none. Of the locks by
 * name this one is taken before the manifest's, and after all others.
 */
export async function heldHead(tx: RegistryDatabase, consultationId: string | null): Promise<Head | null> {
  const name = consultationId === null ? "audit" : `audit ${consultationId}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  const [last] = await tx
    .select({ position: auditEntries.position, hash: auditEntries.hash })
    .from(auditEntries)
    .where(inLogOf(consultationId))
    .orderBy(desc(auditEntries.position))
    .limit(1);
  if (last === undefined) return null;
  if (last.hash === null) return headWithoutChain(tx, consultationId);
  return { position: last.position, hash: new Uint8Array(last.hash) };
}

/** Records an act at the end of its log, inside the transaction that does it, once everything else is locked. */
export async function audit(tx: RegistryDatabase, act: AuditedAct): Promise<void> {
  const head = await heldHead(tx, act.consultationId);
  const entry = { ...act, position: (head?.position ?? 0) + 1 };
  const hash = sha256(actBytes(entry, head === null ? null : toBase64Url(head.hash)));
  await tx.insert(auditEntries).values({ ...entry, previous: head?.hash ?? null, hash });
}
