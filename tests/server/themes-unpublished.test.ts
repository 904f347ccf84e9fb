import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { consultations, releases, rounds } from "@/db/registry/schema";
import { added } from "@/domain/themes/changes";
import { publishedRounds } from "@/server/publication/queries";
import { callRegistry } from "@/server/trpc/router";
import { closedBench } from "@/tests/support/bench";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

it("[C48] released themes are read by those who work on the report alone, until that publishes them", async () => {
  const bench = await closedBench(registry, ballot);
  const { place, answerIds, host } = bench;
  const change = added(
    randomUUID(),
    "Be open about money",
    { themes: [], codings: [] },
    answerIds.slice(0, 11),
  );
  await bench.atBench(host).change({ ...place, change });
  await bench.atBench(host).release(place);
  await registry.update(releases).set({ publishedAt: bench.clock.now });
  const [round] = await registry
    .select({ slug: consultations.slug, number: rounds.number })
    .from(rounds)
    .innerJoin(consultations, eq(consultations.id, rounds.consultationId))
    .where(eq(rounds.id, place.roundId));
  const { slug, number } = round ?? { slug: "", number: 1 };
  const worked = await publishedRounds(registry, place.consultationId);
  expect(JSON.stringify(worked)).toContain("Be open about money");
  const anybody = callRegistry(bench.context(null));
  const read = await anybody.publication.ofRound({ slug, number });
  expect(read.round.number).toBe(number);
  expect(JSON.stringify(read)).not.toContain("Be open about money");
});
