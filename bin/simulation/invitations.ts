import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { connectRegistry } from "@/db/connect";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, people, roles } from "@/db/registry/schema";
import { issueLinks } from "@/server/panel/links";
import { tokensIn } from "./truth";

/** A host of the consultation, in whose name links are made. */
async function hostOf(db: RegistryDatabase, slug: string) {
  const [host] = await db
    .select({ consultationId: consultations.id, person: people })
    .from(consultations)
    .innerJoin(roles, and(eq(roles.consultationId, consultations.id), eq(roles.role, "host")))
    .innerJoin(people, eq(people.id, roles.personId))
    .where(eq(consultations.slug, slug));
  if (host === undefined) throw new Error(`There is no consultation "${slug}" in this registry.`);
  return host;
}

/**
 * Makes an invitation for every seat that has not enrolled, as a host does on the page, and gives their tokens. For
 * whoever has the registry at hand and no file of links.
 */
export async function newInvitations(registryUrl: string, baseUrl: string, slug: string): Promise<string[]> {
  const { db, end } = connectRegistry(registryUrl);
  try {
    const { consultationId, person } = await hostOf(db, slug);
    const { id: personId, name, email, missionId } = person;
    const actor = {
      personId,
      name: name ?? email,
      email,
      missionId,
      roles: { [consultationId]: "host" },
    } as const;
    const links = await issueLinks(
      db,
      consultationId,
      { seatIds: "all", replace: false },
      { publicUrl: baseUrl, newToken: () => randomBytes(16) },
      { actor, now: new Date() },
    );
    return tokensIn(JSON.stringify(links));
  } finally {
    await end();
  }
}
