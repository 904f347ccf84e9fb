import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { publishFindings, publishReport, signAll } from "@/bin/demo/signing";
import { consultations, editions } from "@/db/registry/schema";
import { EMPTY_ARRANGEMENT } from "@/domain/summary/arrangement";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { scene } from "@/tests/support/scene";
import { closeSilently, furtherRound } from "@/tests/support/signing";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

/** A consultation whose report of one round is published, and a day later a second round and a new subject. */
async function publishedThenChanged() {
  const play = await scene(registry, ballot, 1);
  const { consultationId, roundId, slug, clock } = play;
  const hosts = () => [play.as(play.host)];
  await closeSilently(registry, play, roundId);
  await publishFindings(hosts(), consultationId, roundId);
  await publishReport(hosts(), consultationId);
  const first = await play.as(null).reports.ofConsultation({ slug });
  clock.now = new Date("2026-03-03T15:00:00Z");
  const change = async () => {
    await registry
      .update(consultations)
      .set({ subject: "Another" })
      .where(eq(consultations.id, consultationId));
    const second = await furtherRound(registry, play);
    await closeSilently(registry, play, second);
    await publishFindings(hosts(), consultationId, second);
  };
  const signReport = () => signAll(hosts(), consultationId, { of: "report" });
  const publish = () => play.as(play.host).publication.publishReport({ consultationId });
  const read = (number?: number) =>
    play.as(null).reports.ofConsultation(number === undefined ? { slug } : { slug, number });
  const draft = () => play.as(play.host).reports.draft({ consultationId });
  return { play, first, change, signReport, publish, read, draft };
}

describe("a published report", () => {
  it("[R14] stays as it was published when a round is published later or the subject is edited", async () => {
    const { first, change, read, draft, play } = await publishedThenChanged();
    expect(first.address).toBe(`https://tour-de-table.example/reports/${play.slug}/editions/1`);
    expect(await draft()).toMatchObject({ toPublish: false, laterRounds: [] });
    await change();
    expect(await read()).toEqual(first);
    expect(await draft()).toMatchObject({ toPublish: true, laterRounds: [2], next: { number: 2 } });
  });

  it("[R15] is published again only once it would say something else, and then as a further edition", async () => {
    const { change, signReport, publish, read, draft, first } = await publishedThenChanged();
    await expect(publish()).rejects.toThrow("published already");
    await change();
    await signReport();
    const [one, other] = await Promise.allSettled([publish(), publish()]);
    expect([one?.status, other?.status].toSorted()).toEqual(["fulfilled", "rejected"]);
    const { report, publishedAt, number } = await read();
    expect(number).toBe(2);
    expect(report).toMatchObject({ subject: "Another", rounds: [1, 2], timeZone: "Europe/Zurich" });
    expect(publishedAt).toBe("2026-03-03T15:00:00.000Z");
    expect((await draft()).toPublish).toBe(false);
    expect(await read(1)).toEqual(first);
  });

  it("[R18] of before documents were kept is composed from its rounds, until it is published again", async () => {
    const { first, signReport, publish, read, play } = await publishedThenChanged();
    const { consultationId } = play;
    const ofThis = eq(editions.consultationId, consultationId);
    await registry.update(editions).set({ document: null }).where(ofThis);
    expect(await read()).toEqual(first);
    await signReport();
    await publish();
    const kept = await registry.select().from(editions).where(ofThis);
    expect(kept.map(({ number, document }) => [number, document])).toEqual([
      [1, null],
      [2, first.report],
    ]);
  });

  it("[R18] of before documents were kept says nothing that was published or composed since", async () => {
    const { first, change, read, play } = await publishedThenChanged();
    const { consultationId } = play;
    await registry
      .update(editions)
      .set({ document: null })
      .where(eq(editions.consultationId, consultationId));
    await change();
    const arrangement = {
      ...EMPTY_ARRANGEMENT,
      steps: [{ kind: "text", id: "0123456789", text: "Steps were proposed." } as const],
    };
    const nextSteps = "A further round is planned.";
    await play.as(play.host).summaries.save({ consultationId, version: 0, arrangement, nextSteps });
    // The subject alone was not kept, and is told as it stands.
    const told = JSON.parse(JSON.stringify(first.report).replaceAll("Testing", "Another"));
    expect((await read(1)).report).toEqual(told);
  });
});
