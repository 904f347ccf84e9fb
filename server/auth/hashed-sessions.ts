import "server-only";
import type { Adapter } from "next-auth/adapters";
import { toBase64Url, utf8 } from "@/domain/anonymity/encoding";
import { sha256 } from "@/server/hashing";

/** A session's token as it is stored: whoever steals the registry cannot sign in with it. */
export const storedToken = (sessionToken: string): string => toBase64Url(sha256(utf8(sessionToken)));

type SessionMethods = Required<
  Pick<Adapter, "createSession" | "getSessionAndUser" | "updateSession" | "deleteSession">
>;

/** The adapter, but for sessions: it is given and gives tokens as browsers hold them, and stores their hashes. */
export function withHashedSessions(adapter: Adapter & SessionMethods): Adapter {
  return {
    ...adapter,
    createSession: async (session) => {
      const { sessionToken } = session;
      const created = await adapter.createSession({ ...session, sessionToken: storedToken(sessionToken) });
      return { ...created, sessionToken };
    },
    getSessionAndUser: async (sessionToken) => {
      const found = await adapter.getSessionAndUser(storedToken(sessionToken));
      return found === null ? null : { ...found, session: { ...found.session, sessionToken } };
    },
    updateSession: async (session) => {
      const { sessionToken } = session;
      const updated = await adapter.updateSession({ ...session, sessionToken: storedToken(sessionToken) });
      return updated == null ? updated : { ...updated, sessionToken };
    },
    deleteSession: (sessionToken) => adapter.deleteSession(storedToken(sessionToken)),
  };
}
