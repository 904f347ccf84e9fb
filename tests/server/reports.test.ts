import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { consultations, releases, reports, rounds } from "@/db/registry/schema";
import { makeRelease } from "@/domain/disclosure/release";
import { emptyTally } from "@/domain/tally/tally";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { smallQuestionnaire } from "@/tests/support/questionnaire";
import { type Scene, scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const PARTICIPATION = { invited: 12, issued: 12, replaced: 0 };

/** Closes a round without answers and publishes its findings. */
async function publishRound(play: Scene, roundId: string) {
  const release = makeRelease(smallQuestionnaire, emptyTally(smallQuestionnaire), PARTICIPATION, {});
  await registry.insert(releases).values({ roundId, release, closedAt: play.clock.now });
  await play.as(play.host).publication.publish({ consultationId: play.consultationId, roundId });
}

async function furtherRound({ consultationId, clock }: Scene): Promise<string> {
  const id = randomUUID();
  const closesAt = new Date(clock.now.getTime() + 3_600_000);
  await registry.insert(rounds).values({
    id,
    consultationId,
    number: 2,
    level: "highLevel",
    opensAt: clock.now,
    closesAt,
    timeZone: "Europe/Zurich",
    questionnaire: smallQuestionnaire,
  });
  return id;
}

/** A consultation whose report of one round is published, and a day later a second round and a new subject. */
async function publishedThenChanged() {
  const play = await scene(registry, ballot, 1);
  const { consultationId, roundId, slug, clock } = play;
  await publishRound(play, roundId);
  await play.as(play.host).publication.publishReport({ consultationId });
  const first = await play.as(null).reports.ofConsultation({ slug });
  clock.now = new Date("2026-03-03T15:00:00Z");
  const change = async () => {
    await registry
      .update(consultations)
      .set({ subject: "Another" })
      .where(eq(consultations.id, consultationId));
    await publishRound(play, await furtherRound(play));
  };
  const publishAgain = () => play.as(play.host).publication.publishReport({ consultationId });
  const read = () => play.as(null).reports.ofConsultation({ slug });
  const draft = () => play.as(play.host).reports.draft({ consultationId });
  return { play, first, change, publishAgain, read, draft };
}

describe("a published report", () => {
  it("[R14] stays as it was published when a round is published later or the subject is edited", async () => {
    const { first, change, read, draft, play } = await publishedThenChanged();
    expect(first.address).toBe(`https://tour-de-table.example/reports/${play.slug}`);
    expect((await draft()).laterRounds).toEqual([]);
    await change();
    expect(await read()).toEqual(first);
    expect(await draft()).toMatchObject({ report: first.report, laterRounds: [2] });
  });

  it("[R15] is published again only with other rounds, and then under a new date", async () => {
    const { change, publishAgain, read, draft } = await publishedThenChanged();
    await expect(publishAgain()).rejects.toThrow("published already");
    await change();
    const [one, other] = await Promise.allSettled([publishAgain(), publishAgain()]);
    expect([one?.status, other?.status].toSorted()).toEqual(["fulfilled", "rejected"]);
    const { report, publishedAt } = await read();
    expect(report).toMatchObject({ subject: "Another", rounds: [1, 2], timeZone: "Europe/Zurich" });
    expect(publishedAt).toBe("2026-03-03T15:00:00.000Z");
    expect((await draft()).laterRounds).toEqual([]);
  });

  it("[R18] of before documents were kept is composed from its rounds, until it is published again", async () => {
    const { first, publishAgain, read, play } = await publishedThenChanged();
    const { consultationId } = play;
    await registry.update(reports).set({ document: null }).where(eq(reports.consultationId, consultationId));
    expect(await read()).toEqual(first);
    await publishAgain();
    const [kept] = await registry.select().from(reports).where(eq(reports.consultationId, consultationId));
    expect(kept?.document).toEqual(first.report);
  });
});
