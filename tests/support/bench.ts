import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import { rounds as boxRounds, openAnswers } from "@/db/ballot/schema";
import type { RegistryDatabase } from "@/db/registry/client";
import { people, releases, roles, rounds } from "@/db/registry/schema";
import type { Actor, Role } from "@/domain/consultation/access";
import { makeRelease } from "@/domain/disclosure/release";
import { emptyTally } from "@/domain/tally/tally";
import { callClosing } from "@/server/trpc/closing-router";
import { smallQuestionnaire } from "./questionnaire";
import { scene } from "./scene";

export const ITEM = "why";
const ANSWERS = 12;

/** The texts that `closedBench` has: each once, one of them not to be reflected. */
export const textOf = (index: number) =>
  `Point ${index}: costs should be set out early so that every capital can take a decision of its own.`;

/**
 * A consultation whose only round has closed with twelve open answers, the last of them not to be reflected, and callers
 * for whoever sits at the bench. Enrolment has opened, so that there is a manifest.
 */
export async function closedBench(registry: RegistryDatabase, ballot: BallotDatabase, answers = ANSWERS) {
  const play = await scene(registry, ballot, 0);
  const { consultationId, roundId, clock, host } = play;
  await play.as(host).conduct.openEnrolment({ consultationId });
  const participation = { invited: 20, issued: 20, replaced: 0 };
  const release = makeRelease(smallQuestionnaire, emptyTally(smallQuestionnaire), participation, {});
  await registry.insert(releases).values({ roundId, release, closedAt: clock.now });
  await registry.update(rounds).set({ stage: "closed" }).where(eq(rounds.id, roundId));
  const closedAt = { opensAt: clock.now, closesAt: clock.now };
  await ballot.insert(boxRounds).values({
    id: roundId,
    consultationId,
    publicKey: Buffer.of(1),
    questionnaire: smallQuestionnaire,
    ...closedAt,
    stage: "dropped",
  });
  const held = await ballot
    .insert(openAnswers)
    .values(
      Array.from({ length: answers }, (_, index) => ({
        roundId,
        itemId: ITEM,
        text: textOf(index),
        consent: index === answers - 1 ? ("notToBeReflected" as const) : ("mayBeReflected" as const),
      })),
    )
    .returning();
  const atBench = (actor: Actor | null) => {
    const { db, publicUrl: _, ...context } = play.context(actor);
    return callClosing({ ...context, registry: db, ballot }).themes;
  };
  const place = { consultationId, roundId, itemId: ITEM };
  return {
    ...play,
    place,
    /** In the order of their texts. */
    answerIds: held
      .toSorted((a, b) => a.text.localeCompare(b.text, "en", { numeric: true }))
      .map(({ id }) => id),
    atBench,
    somebody: (role: Role) => somebody(registry, consultationId, role),
  };
}

async function somebody(registry: RegistryDatabase, consultationId: string, role: Role): Promise<Actor> {
  const email = `${randomUUID()}@example.org`;
  const [person] = await registry.insert(people).values({ email, name: "Another" }).returning();
  if (person === undefined) throw new Error("no person");
  await registry.insert(roles).values({ consultationId, personId: person.id, role });
  return { personId: person.id, name: "Another", email, missionId: null, roles: { [consultationId]: role } };
}
