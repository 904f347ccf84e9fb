import "server-only";
import { and, desc, eq, gt } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { sessions } from "@/db/registry/schema";
import { SESSION_HOURS } from "@/server/auth/hashed-sessions";

/**
 * A person's sessions that have not ended, the one that began last first. Each is named by the hash under which it is
 * stored, which signs nobody in. On what device it runs is stored nowhere.
 */
export async function sessionsOf(db: RegistryDatabase, personId: string, now: Date) {
  const rows = await db
    .select({ name: sessions.sessionToken, expires: sessions.expires })
    .from(sessions)
    .where(and(eq(sessions.userId, personId), gt(sessions.expires, now)))
    .orderBy(desc(sessions.expires));
  return rows.map(({ name, expires }) => ({
    name,
    /** ISO. Every session is as long as every other. */
    begunAt: new Date(expires.getTime() - SESSION_HOURS * 3_600_000).toISOString(),
    endsAt: expires.toISOString(),
  }));
}
