import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { cookies } from "next/headers";
import type { RegistryDatabase } from "@/db/registry/client";
import { people, roles, sessions } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { storedToken } from "./hashed-sessions";

/** next-auth's session cookie, with and without https. */
const SESSION_COOKIES = ["__Secure-next-auth.session-token", "next-auth.session-token"] as const;

/** Whoever holds this session, with their roles; null when it has ended or never was. */
export async function actorOfSession(
  db: RegistryDatabase,
  sessionToken: string,
  now: Date,
): Promise<Actor | null> {
  const [person] = await db
    .select({ id: people.id, name: people.name, email: people.email, missionId: people.missionId })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.userId))
    .where(and(eq(sessions.sessionToken, storedToken(sessionToken)), gt(sessions.expires, now)));
  if (person === undefined) return null;
  const held = await db.select().from(roles).where(eq(roles.personId, person.id));
  return {
    personId: person.id,
    name: person.name ?? person.email,
    email: person.email,
    missionId: person.missionId,
    roles: Object.fromEntries(held.map(({ consultationId, role }) => [consultationId, role])),
  };
}

/** Whoever is signed in on this request. */
export async function actorOfRequest(db: RegistryDatabase, now: Date): Promise<Actor | null> {
  const jar = await cookies();
  const token = SESSION_COOKIES.map((name) => jar.get(name)?.value).find((value) => value !== undefined);
  return token === undefined ? null : actorOfSession(db, token, now);
}
