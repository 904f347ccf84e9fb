import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import type { RegistryDatabase } from "@/db/registry/client";
import { roles } from "@/db/registry/schema";
import type { Actor, Role } from "@/domain/consultation/access";
import { insertPerson } from "./scene";
import { twoMissions } from "./signing";

/** A consultation of two missions, and what is stored of its people. */
export async function coHosting(registry: RegistryDatabase, ballot: BallotDatabase) {
  const play = await twoMissions(registry, ballot);
  const { consultationId, missionId } = play;
  const missionOf = (actor: Actor) => actor.missionId ?? "";
  const join = (role: Role, mission = missionId) => insertPerson(registry, consultationId, mission, role);
  return {
    ...play,
    missionOf,
    join,
    roleOf: async ({ personId }: { personId: string }) =>
      (
        await registry
          .select({ role: roles.role })
          .from(roles)
          .where(and(eq(roles.consultationId, consultationId), eq(roles.personId, personId)))
      )[0]?.role ?? null,
    last: async () => (await play.acts()).at(-1),
  };
}

/** Somebody new who takes over. */
export const successor = () => ({ name: "Siti", email: `${randomUUID()}@mission.example` });
