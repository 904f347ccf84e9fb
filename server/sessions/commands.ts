import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { people, sessions, verificationTokens } from "@/db/registry/schema";

/** Ends one of a person's sessions. One that has ended already, or is somebody else's, is left as it is. */
export async function endSession(db: RegistryDatabase, personId: string, name: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.userId, personId), eq(sessions.sessionToken, name)));
}

/** Ends all sessions of a person, and the links that were mailed to them and not used yet. */
export async function endSessionsOf(db: RegistryDatabase, personId: string): Promise<void> {
  const address = db.select({ email: people.email }).from(people).where(eq(people.id, personId));
  await db.delete(sessions).where(eq(sessions.userId, personId));
  await db.delete(verificationTokens).where(inArray(verificationTokens.identifier, address));
}
