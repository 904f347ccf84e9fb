import { setTimeout } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries, manifestEntries, releases } from "@/db/registry/schema";
import { canonicalJson } from "@/domain/anonymity/encoding";
import type { ManifestEntry } from "@/domain/anonymity/manifest";
import { lockRound } from "@/server/ballots/partitions";
import { lookAtTheClock } from "@/server/releases/clock";
import { CLOSING_STEPS } from "@/server/releases/close";
import { callClosing } from "@/server/trpc/closing-router";
import {
  actsOfNobody,
  clockOf,
  manifestActs,
  type RoundOnTheClock,
  roundOnTheClock,
  standingOf,
} from "@/tests/support/clock";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { answered } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const HOUR = 3_600_000;
const PERIOD = 72 * HOUR;

const look = (play: RoundOnTheClock) => lookAtTheClock(clockOf(play, registry, ballot), play.consultationId);
const standing = ({ roundId }: RoundOnTheClock) => standingOf(registry, ballot, roundId);
const byHand = (play: RoundOnTheClock) =>
  callClosing({ ...clockOf(play, registry, ballot), actor: play.host }).releases.close({
    consultationId: play.consultationId,
    roundId: play.roundId,
  });
const kindsOf = async (play: RoundOnTheClock) => (await manifestActs(registry, play)).map(({ kind }) => kind);
const later = ({ closesAt }: RoundOnTheClock, milliseconds: number) =>
  new Date(closesAt.getTime() + milliseconds).toISOString();

async function withResponses(count: number): Promise<RoundOnTheClock> {
  const play = await roundOnTheClock(registry, ballot, count);
  for (const [nth, participant] of play.participants.entries())
    await answered(play, participant, someAnswers(nth % 5));
  return play;
}

describe("at its closing time a round", () => {
  it("[K1, K2] with ten responses is closed once by whoever comes, and the log names nobody for it", async () => {
    const play = await withResponses(10);
    play.at(-1);
    await look(play);
    expect(await standing(play)).toMatchObject({ stage: "open", box: "open" });
    play.at(0);
    await Promise.all([look(play), look(play), look(play)]);
    expect(await standing(play)).toMatchObject({ stage: "closed", box: "dropped" });
    expect(await kindsOf(play)).toEqual(["roundOpened", "roundClosed"]);
    expect(await actsOfNobody(registry, play)).toEqual(["round closed by the clock"]);
    const [row] = await registry.select().from(releases).where(eq(releases.roundId, play.roundId));
    expect(row?.release.participation.received).toBe(10);
    expect(row?.closedAt).toEqual(play.closesAt);
  });

  it("[K3, K5] with fewer than ten is extended once by the manifest's period, and closed when that is over", async () => {
    const play = await withResponses(2);
    play.at(0);
    await Promise.all([look(play), look(play), look(play)]);
    const until = later(play, PERIOD);
    expect(await standing(play)).toEqual({ stage: "open", box: "open", closesAt: until, boxClosesAt: until });
    expect((await manifestActs(registry, play)).slice(1)).toEqual([
      { kind: "roundExtended", roundId: play.roundId, closesAt: until, byRule: true },
    ]);
    await answered(play, play.participants[0] ?? nobody(), someAnswers(3), 2);
    const page = await play.as(null).consultations.publicPage({ slug: play.slug });
    expect(page.rounds[0]).toMatchObject({ closesAt: until, extendedByRule: true });
    play.at(PERIOD);
    await look(play);
    expect(await standing(play)).toMatchObject({ stage: "closed" });
    expect(await kindsOf(play)).toEqual(["roundOpened", "roundExtended", "roundClosed"]);
    expect(await actsOfNobody(registry, play)).toEqual([
      "round extended by the rule",
      "round closed by the clock",
    ]);
  });

  it("[K4] that is extended leaves no number anywhere: it reads the same with none as with nine", async () => {
    const told = [];
    for (const count of [0, 9]) {
      const play = await withResponses(count);
      play.at(0);
      await look(play);
      const entries = await registry
        .select({ act: auditEntries.act, detail: auditEntries.detail })
        .from(auditEntries)
        .where(eq(auditEntries.consultationId, play.consultationId));
      const overview = await play
        .as(play.host)
        .consultations.overview({ consultationId: play.consultationId });
      const said = { acts: await manifestActs(registry, play), entries, rounds: overview.rounds };
      told.push(canonicalJson(said).replaceAll(play.roundId, "round"));
    }
    expect(told[0]).toBe(told[1]);
  });

  it("[K6] takes nothing in however late the clock comes, and an extension counts from then", async () => {
    const play = await withResponses(2);
    const [first = nobody()] = play.participants;
    play.at(0);
    await expect(answered(play, first, someAnswers(4), 2)).rejects.toThrow("has closed");
    play.at(5 * HOUR);
    await expect(answered(play, first, someAnswers(4), 2)).rejects.toThrow("has closed");
    await look(play);
    expect(await standing(play)).toMatchObject({
      stage: "open",
      boxClosesAt: later(play, 5 * HOUR + PERIOD),
    });
    await answered(play, first, someAnswers(4), 2);
  });

  it("[K7] is gone on with wherever its close was cut short", async () => {
    for (const cut of [1, 4, 6]) {
      const play = await withResponses(1);
      await registry.execute(sql`UPDATE rounds SET extended_by_rule = true WHERE id = ${play.roundId}`);
      play.at(0);
      const closing = { ...clockOf(play, registry, ballot), personId: null };
      for (const step of CLOSING_STEPS.slice(0, cut)) await step(closing, play.consultationId, play.roundId);
      expect(await standing(play)).toMatchObject({ stage: "closing" });
      await Promise.all([look(play), look(play)]);
      expect(await standing(play)).toMatchObject({ stage: "closed", box: "dropped" });
      const [row] = await registry.select().from(releases).where(eq(releases.roundId, play.roundId));
      expect(row?.release.participation.received).toBe(1);
    }
  }, 60_000);

  it("[K8] is not extended by a rule that its manifest does not have", async () => {
    const play = await withResponses(0);
    const [first] = await registry
      .select()
      .from(manifestEntries)
      .where(eq(manifestEntries.consultationId, play.consultationId))
      .orderBy(manifestEntries.position);
    // As enrolment was opened before there was the rule; who reads the payload alone is asked here.
    const entry = JSON.parse(first?.payload ?? "") as ManifestEntry;
    if (entry.act.kind !== "enrolmentOpened") throw new Error("another entry");
    const { extensionHours: _, ...rules } = entry.act.rules;
    const payload = canonicalJson({ ...entry, act: { ...entry.act, rules } });
    await registry.execute(sql`UPDATE manifest_entries SET payload = ${payload}
      WHERE consultation_id = ${play.consultationId} AND position = 1`);
    play.at(0);
    await look(play);
    expect(await standing(play)).toMatchObject({ stage: "closed" });
  });
});

describe("closing by hand", () => {
  it("[K9] before the time asks the rule too, once: with fewer than ten the round is extended, and closes early no more", async () => {
    const play = await withResponses(1);
    play.at(-HOUR);
    await byHand(play);
    expect(await standing(play)).toMatchObject({ stage: "open", boxClosesAt: later(play, PERIOD) });
    await expect(byHand(play)).rejects.toThrow("closes at its closing time alone");
    play.at(PERIOD);
    await byHand(play);
    expect(await standing(play)).toMatchObject({ stage: "closed" });
    expect(await kindsOf(play)).toEqual(["roundOpened", "roundExtended", "roundClosed"]);
  });

  it("[K9] spends the one extension also where the closing time is moved while the box is asked", async () => {
    const play = await withResponses(1);
    const { consultationId, roundId, host } = play;
    play.at(-HOUR);
    const closesAt = later(play, HOUR);
    let [closing, extending] = [Promise.resolve(), Promise.resolve()];
    await ballot.transaction(async (tx) => {
      await lockRound(tx, roundId);
      closing = byHand(play);
      await setTimeout(500);
      extending = play.as(host).conduct.extendRound({ consultationId, roundId, closesAt });
      await expect.poll(() => standing(play)).toMatchObject({ closesAt });
    });
    await Promise.all([closing, extending]);
    await expect(byHand(play)).rejects.toThrow("closes at its closing time alone");
  });

  it("[K9] before the time closes for good where ten are in", async () => {
    const play = await withResponses(10);
    play.at(-HOUR);
    await byHand(play);
    expect(await standing(play)).toMatchObject({ stage: "closed" });
  });

  it("[K9, K10] once the time has come does what the clock would, and extends no more by hand", async () => {
    const play = await withResponses(1);
    const { consultationId, roundId, host } = play;
    play.at(1);
    const closesAt = later(play, HOUR);
    await expect(play.as(host).conduct.extendRound({ consultationId, roundId, closesAt })).rejects.toThrow(
      "The closing time has come",
    );
    await byHand(play);
    expect(await standing(play)).toMatchObject({ stage: "open", closesAt: later(play, PERIOD) });
    await play
      .as(host)
      .conduct.extendRound({ consultationId, roundId, closesAt: later(play, PERIOD + HOUR) });
    play.at(PERIOD);
    await look(play);
    expect(await standing(play)).toMatchObject({ stage: "open" });
  });
});

function nobody(): never {
  throw new Error("nobody enrolled");
}
