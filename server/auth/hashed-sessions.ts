import "server-only";
import { lte } from "drizzle-orm";
import type { Adapter } from "next-auth/adapters";
import type { RegistryDatabase } from "@/db/registry/client";
import { sessions } from "@/db/registry/schema";
import { toBase64Url, utf8 } from "@/domain/anonymity/encoding";
import { sha256 } from "@/server/hashing";

/** Hours after which a session ends, whatever was done in it. */
export const SESSION_HOURS = 8;

/** A session's token as it is stored: whoever steals the registry cannot sign in with it. */
export const storedToken = (sessionToken: string): string => toBase64Url(sha256(utf8(sessionToken)));

type SessionMethods = Required<Pick<Adapter, "createSession" | "deleteSession">>;

/**
 * The adapter, but for sessions: it is given and gives tokens as browsers hold them, and stores their hashes. Nothing that
 * is done in a session makes it longer, and those that are over are deleted when one begins. Whoever is signed in already
 * counts for nothing while somebody signs in: else a provider's account would be tied to whom it happens to meet.
 */
export function withHashedSessions(db: RegistryDatabase, adapter: Adapter & SessionMethods): Adapter {
  return {
    ...adapter,
    createSession: async (session) => {
      const { sessionToken } = session;
      await db.delete(sessions).where(lte(sessions.expires, new Date()));
      const created = await adapter.createSession({ ...session, sessionToken: storedToken(sessionToken) });
      return { ...created, sessionToken };
    },
    getSessionAndUser: async () => null,
    updateSession: async () => null,
    deleteSession: (sessionToken) => adapter.deleteSession(storedToken(sessionToken)),
  };
}
