import { eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { releases, rounds } from "@/db/registry/schema";
import { makeRelease } from "@/domain/disclosure/release";
import { addResponse, emptyTally } from "@/domain/tally/tally";
import { smallQuestionnaire, someAnswers } from "./questionnaire";

/** Closes a round of the small questionnaire on twenty answers from twenty seats, so many in support of its first statement. */
export async function answeredRound(
  registry: RegistryDatabase,
  roundId: string,
  inSupport: number,
  now: Date,
) {
  const tally = emptyTally(smallQuestionnaire);
  for (let index = 0; index < 20; index += 1) addResponse(tally, someAnswers(index < inSupport ? 4 : 1), 1);
  const release = makeRelease(smallQuestionnaire, tally, { invited: 20, issued: 20, replaced: 0 }, {});
  await registry
    .insert(releases)
    .values({ roundId, release, closedAt: now })
    .onConflictDoUpdate({ target: releases.roundId, set: { release } });
  await registry.update(rounds).set({ stage: "closed" }).where(eq(rounds.id, roundId));
}
