import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { checkedManifest } from "@/app/(participant)/_protocol/enrol";
import { rounds as boxRounds } from "@/db/ballot/schema";
import { issuance, windows } from "@/db/registry/schema";
import { Refusal } from "@/domain/refusal";
import { EMPTY_ARRANGEMENT } from "@/domain/summary/arrangement";
import { windowQuestionnaire } from "@/domain/window/questionnaire";
import { draftHash, questionnaireHash } from "@/server/hashing";
import { callRegistry } from "@/server/trpc/router";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { afterARound, hashRead } from "@/tests/support/windows";

const [registry, ballot] = [await registryDatabase(), await ballotDatabase()];
const played = () => afterARound(registry, ballot, 1);

describe("opening a window", () => {
  it("[W1] circulates the report as composed then, and fixes its hash and what is asked in the manifest", async () => {
    const play = await played();
    const before = await play.as(play.host).windows.toCirculate({ consultationId: play.consultationId });
    await play.open();
    const row = await play.stored();
    expect(row).toMatchObject({
      number: 1,
      stage: "open",
      timeZone: "America/New_York",
      draft: before?.report,
    });
    const manifest = await checkedManifest(play.participantsRegistry(), play.slug);
    expect(manifest.windows.get(await play.idOf(1))).toEqual({
      roundId: await play.idOf(1),
      number: 1,
      questionnaireHash: questionnaireHash(windowQuestionnaire),
      draftHash: draftHash(row.draft),
      opensAt: row.opensAt.toISOString(),
      closesAt: row.closesAt.toISOString(),
      closedAt: null,
    });
    const [held] = await ballot
      .select()
      .from(boxRounds)
      .where(eq(boxRounds.id, await play.idOf(1)));
    expect(held?.questionnaire).toEqual(windowQuestionnaire);
  });

  it("[W32] circulates what its host has read, and nothing where that has changed since", async () => {
    const play = await played();
    const { consultationId } = play;
    const host = play.as(play.host);
    const closesAt = new Date(play.clock.now.getTime() + 86_400_000).toISOString();
    const draftHash = await hashRead(host, consultationId);
    const nextSteps = "A further round is planned.";
    await host.summaries.save({ consultationId, version: 0, arrangement: EMPTY_ARRANGEMENT, nextSteps });
    await expect(host.windows.open({ consultationId, closesAt, draftHash })).rejects.toThrow(
      "changed since you read",
    );
    expect(await registry.$count(windows, eq(windows.consultationId, consultationId))).toBe(0);
    const again = await hashRead(host, consultationId);
    await host.windows.open({ consultationId, closesAt, draftHash: again });
    expect((await play.stored()).draftHash).toBe(again);
  });

  it("[W2] lets everybody read that draft, unchanged by what is published later, and nothing before", async () => {
    const play = await played();
    const read = () => play.as(null).windows.draft({ slug: play.slug, number: 1 });
    await expect(read()).rejects.toThrow("nothing at this address");
    await play.open();
    const { draft, hash } = await read();
    await registry.execute(sql`UPDATE consultations SET subject = 'Another' WHERE slug = ${play.slug}`);
    await play.close();
    expect(await read()).toMatchObject({ stage: "closed", draft: { subject: "Testing" }, hash });
    expect(draftHash(draft)).toBe(hash);
    expect((await play.stored()).draftHash).toBe(hash);
  });

  it("[W3] waits for a round and another window to close, and rounds wait for it", async () => {
    const play = await played();
    const { consultationId } = play;
    const host = play.as(play.host);
    const plan = { level: "expert", opensAt: "2026-04-01T10:00", closesAt: "2026-04-03T10:00" } as const;
    const { roundId }: { roundId: string } = await host.rounds.add({
      consultationId,
      ...plan,
      timeZone: "UTC",
    });
    await registry.update(issuance).set({ roundId }).where(eq(issuance.roundId, play.roundId));
    await host.conduct.openRound({ consultationId, roundId });
    await expect(play.open()).rejects.toThrow("Close round 2 first.");
    expect((await play.overview()).nextWindow.stillToDo.map(({ code }) => code)).toEqual(["round_under_way"]);
    await registry.execute(sql`UPDATE rounds SET stage = 'draft' WHERE id = ${roundId}`);
    await play.open();
    await expect(play.open()).rejects.toThrow("Close “not reflected” window 1 first.");
    await expect(host.conduct.openRound({ consultationId, roundId })).rejects.toThrow(
      "Close “not reflected” window 1 first.",
    );
    expect((await play.overview()).next?.stillToDo.map(({ code }) => code)).toEqual(["window_under_way"]);
  });

  it("[W3] of a window and another that two hosts open at once, one opens", async () => {
    const play = await played();
    const asked = await Promise.allSettled([play.open(), play.open()]);
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await registry.$count(windows, eq(windows.consultationId, play.consultationId))).toBe(1);
  });

  it("[W4] needs findings to circulate, a closing time to come, and one of the two keys made for it", async () => {
    const play = await played();
    await expect(play.open(-1)).rejects.toThrow("Set a closing time in the future.");
    await registry.execute(sql`UPDATE releases SET published_at = NULL WHERE round_id = ${play.roundId}`);
    await expect(play.open()).rejects.toThrow("Publish the findings of a round first");
    await registry.execute(sql`UPDATE releases SET published_at = now() WHERE round_id = ${play.roundId}`);
    for (const number of [1, 2]) {
      await play.open();
      await play.close(number);
    }
    await expect(play.open()).rejects.toThrow("Both windows of this consultation have been held");
    expect((await play.overview()).nextWindow.stillToDo.map(({ code }) => code)).toEqual([
      "window_none_left",
    ]);
  });

  it("[W5] goes on by asking the ballot box again where it did not confirm", async () => {
    const play = await played();
    const { consultationId, slug } = play;
    const accept = () => Promise.reject(new Refusal("box_unreachable"));
    const context = { ...play.context(play.host), ballotBox: { ...play.ballotBox, accept } };
    const closesAt = new Date(play.clock.now.getTime() + 86_400_000).toISOString();
    const draftHash = await hashRead(play.as(play.host), consultationId);
    await expect(callRegistry(context).windows.open({ consultationId, closesAt, draftHash })).rejects.toThrow(
      "not confirmed yet",
    );
    expect(await play.stored()).toMatchObject({ stage: "opening" });
    await expect(play.as(null).windows.draft({ slug, number: 1 })).rejects.toThrow("nothing at this address");
    expect((await play.as(null).consultations.publicPage({ slug })).windows).toEqual([]);
    await play.as(play.host).conduct.retry({ consultationId });
    expect(await play.stored()).toMatchObject({ stage: "open" });
    await expect(play.respond(play.nth(0), "A point.")).resolves.toBeDefined();
  });
});
