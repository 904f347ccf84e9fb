import "server-only";
import { and, asc, eq, gt } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { coHosts, missions, replacementAgreements, replacements, seats } from "@/db/registry/schema";
import { type Actor, may } from "@/domain/consultation/access";
import { seatName } from "@/domain/consultation/seat-name";

/**
 * The seats for which new credentials are asked, with who has agreed and who has not yet, and those that were allowed
 * some. Not whether a seat has fetched them beyond what the panel tells of each, and no time.
 */
export async function replacementsOf(db: RegistryDatabase, consultationId: string, actor: Actor) {
  const coHosting = await db
    .select({ id: missions.id, name: missions.name })
    .from(coHosts)
    .innerJoin(missions, eq(missions.id, coHosts.missionId))
    .where(eq(coHosts.consultationId, consultationId))
    .orderBy(asc(missions.name));
  const asked = await db
    .select({
      seatId: seats.id,
      delegation: seats.delegation,
      place: seats.place,
      reason: replacements.reason,
      missionId: replacements.missionId,
    })
    .from(replacements)
    .innerJoin(seats, eq(seats.id, replacements.seatId))
    .where(eq(seats.consultationId, consultationId))
    .orderBy(asc(seats.delegation), asc(seats.place));
  const agreements = await db
    .select({ seatId: replacementAgreements.seatId, missionId: replacementAgreements.missionId })
    .from(replacementAgreements)
    .innerJoin(seats, eq(seats.id, replacementAgreements.seatId))
    .where(eq(seats.consultationId, consultationId));
  const allowed = await db
    .select({
      seatId: seats.id,
      delegation: seats.delegation,
      place: seats.place,
      times: seats.generation,
    })
    .from(seats)
    .where(and(eq(seats.consultationId, consultationId), gt(seats.generation, 0)))
    .orderBy(asc(seats.delegation), asc(seats.place));
  return {
    mine: { decide: may(actor, "invite", consultationId) },
    /** The missions that must agree. */
    coHosts: coHosting.length,
    asked: asked.map(({ missionId, place, ...request }) => {
      const agrees = (id: string | null) =>
        agreements.some((agreement) => agreement.seatId === request.seatId && agreement.missionId === id);
      return {
        ...request,
        delegation: seatName({ ...request, place }),
        askedBy: coHosting.find(({ id }) => id === missionId)?.name ?? "",
        agreed: coHosting.filter(({ id }) => agrees(id)).map(({ name }) => name),
        awaited: coHosting.filter(({ id }) => !agrees(id)).map(({ name }) => name),
        /** Where the mission of whoever asks this stands. */
        own: missionId === actor.missionId ? "asked" : agrees(actor.missionId) ? "agreed" : "undecided",
      } as const;
    }),
    allowed: allowed.map(({ place, ...seat }) => ({ ...seat, delegation: seatName({ ...seat, place }) })),
  };
}
