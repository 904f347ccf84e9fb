import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { cookies } from "next/headers";
import type { RegistryDatabase } from "@/db/registry/client";
import { people, roles, sessions } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { registryEnv } from "@/server/env";
import { withoutValues } from "@/server/trpc/refusals";
import { signInCookies } from "./cookies";
import { storedToken } from "./hashed-sessions";

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

async function tokenOfRequest(authUrl: string): Promise<string | null> {
  const jar = await cookies();
  return jar.get(signInCookies(authUrl).sessionToken.name)?.value ?? null;
}

/** Whoever is signed in on this request, at this address of the instance. */
export async function actorOfRequest(
  db: RegistryDatabase,
  now: Date,
  authUrl: string,
): Promise<Actor | null> {
  const token = await tokenOfRequest(authUrl);
  return token === null ? null : withoutValues(actorOfSession(db, token, now));
}

/** The name of the session of this request, as `sessions.mine` lists it; null where there is none. */
export async function sessionOfRequest(): Promise<string | null> {
  const token = await tokenOfRequest(registryEnv().AUTH_URL);
  return token === null ? null : storedToken(token);
}
