import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations, roles } from "@/db/registry/schema";
import { publicPage } from "@/server/consultations/public-page";

/**
 * The consultations that a person observes, by title, with what is published of each and of how many missions a signature
 * is awaited. It is what anybody reads at their addresses, and nothing else.
 */
export async function observedBy(db: RegistryDatabase, personId: string) {
  const observed = await db
    .select({ slug: consultations.slug })
    .from(roles)
    .innerJoin(consultations, eq(consultations.id, roles.consultationId))
    .where(and(eq(roles.personId, personId), eq(roles.role, "observer")))
    .orderBy(asc(consultations.title));
  return Promise.all(
    observed.map(async ({ slug }) => {
      const { id, title, subject, rounds, reportPublished, reportSignOff } = await publicPage(db, slug);
      return {
        ...{ id, slug, title, subject, reportPublished, reportSignOff },
        rounds: rounds.map(({ number, stage, published, signOff }) => ({
          number,
          stage,
          published,
          signOff,
        })),
      };
    }),
  );
}
