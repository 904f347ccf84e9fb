import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { ownResponse, signedResponse } from "@/app/(participant)/_protocol/answer";
import { checkedManifest } from "@/app/(participant)/_protocol/enrol";
import { checkedWithdrawn } from "@/app/(participant)/_protocol/questionnaire";
import { rounds as ballotRounds, leaves, openAnswers } from "@/db/ballot/schema";
import { issuance, releases, roundKeys, rounds } from "@/db/registry/schema";
import { lookAtTheClock } from "@/server/releases/clock";
import { closeRound } from "@/server/releases/close";
import { callRegistry } from "@/server/trpc/router";
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
import { smallQuestionnaire, someAnswers } from "@/tests/support/questionnaire";
import type { Scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const reason = "The second statement lacked the word “not”.";
const withdraw = ({ as, host, consultationId, roundId }: Scene, part = {}) =>
  as(host).errata.withdraw({ consultationId, roundId, reason, copyHours: 24, ...part });
const heldIn = async (roundId: string) => {
  const [held] = await ballot.execute<{ n: string }>(sql`
    SELECT (SELECT count(*) FROM response WHERE round_id = ${roundId})
      + (SELECT count(*) FROM arrival WHERE round_id = ${roundId}) AS n`);
  return Number(held?.n);
};
const look = (play: Scene) => lookAtTheClock(clockOf(play, registry, ballot), play.consultationId);
const nth = ({ participants }: RoundOnTheClock, index: number) => {
  const participant = participants[index];
  if (participant === undefined) throw new Error("so many have not enrolled");
  return participant;
};

const play = await roundOnTheClock(registry, ballot, 3, ["planned", "spare"]);
const { consultationId, roundId, host, clock } = play;
const began = clock.now.getTime();
const ofRound = eq(ballotRounds.id, roundId);
for (const [index, participant] of play.participants.slice(0, 2).entries())
  await answered(play, participant, someAnswers(index));

describe("an erratum", () => {
  it("[K20] asks for a reason that names nobody and for time to copy, and of an open round alone", async () => {
    await expect(withdraw(play, { reason: " " })).rejects.toThrow("Say what is wrong");
    await expect(withdraw(play, { reason: "As France pointed out." })).rejects.toThrow("“France”");
    await expect(withdraw(play, { copyHours: 2 })).rejects.toThrow("24");
    await expect(withdraw(play, { copyHours: 2000 })).rejects.toThrow("336");
    clock.now = play.closesAt;
    await expect(withdraw(play)).rejects.toThrow("open round");
    clock.now = new Date(began + HOUR);
    expect(await manifestActs(registry, play)).toHaveLength(1);
  });

  it("[K21, K22] closes the round unreleased, says so in the manifest, and lets it go on in draft under a spare key", async () => {
    const { roundId: next } = await withdraw(play);
    const times = {
      withdrawnAt: new Date(began + HOUR).toISOString(),
      copiesUntil: new Date(began + HOUR + DAY).toISOString(),
    };
    expect((await manifestActs(registry, play)).at(-1)).toEqual({
      kind: "roundWithdrawn",
      roundId,
      reason,
      ...times,
    });
    const manifest = await checkedManifest(play.participantsRegistry(), play.slug);
    expect(manifest.rounds.get(roundId)).toMatchObject({
      closedAt: times.withdrawnAt,
      withdrawn: { reason },
    });
    expect(manifest.keys.find((key) => key.roundId === next)).toMatchObject({
      purpose: "spare",
      position: 1,
    });
    const [round] = await registry.select().from(rounds).where(eq(rounds.id, next));
    expect(round).toMatchObject({ number: 1, stage: "draft", questionnaire: smallQuestionnaire });
    expect(await registry.select().from(releases)).toEqual([]);
    const [key] = await registry.select().from(roundKeys).where(eq(roundKeys.roundId, roundId));
    expect(key?.wrappedPrivateKey).toBeNull();
    const issued = await registry.select().from(issuance).where(eq(issuance.roundId, roundId));
    expect(issued.every(({ blinded, signature }) => blinded === null && signature === null)).toBe(true);
    await expect(withdraw(play)).rejects.toThrow("open round");
    await expect(
      closeRound({ ...clockOf(play, registry, ballot), personId: null }, consultationId, roundId),
    ).rejects.toThrow();
  });

  it("[K22] takes along whatever belongs to the round but what there is only once it was counted", async () => {
    const stays = ["finding_wordings", "releases"];
    const keys = await registry.execute<{ table: string }>(sql`
      SELECT conrelid::regclass::text AS table FROM pg_constraint
      WHERE contype = 'f' AND confrelid = 'rounds'::regclass AND confupdtype <> 'c' ORDER BY 1`);
    expect(keys.map(({ table }) => table)).toEqual(stays);
  });

  it("[K23] takes no answer more, and gives each author their own back until the stated time, and to nobody after", async () => {
    const box = play.participantsBox();
    const late = signedResponse(nth(play, 2).code, nth(play, 2).wallet, roundId, someAnswers(2), 1);
    await expect(box.submit(await late)).rejects.toThrow("was withdrawn");
    const read = (index: number) =>
      ownResponse(play.participantsBox(), nth(play, index).code, nth(play, index).wallet, roundId);
    expect((await read(0))?.answers).toEqual(someAnswers(0));
    expect(await read(2)).toBeNull();
    // In no order: what had waited in `arrival` has moved on.
    const [waiting] = await ballot.execute<{ n: string }>(
      sql`SELECT count(*) AS n FROM arrival WHERE round_id = ${roundId}`,
    );
    expect(Number(waiting?.n)).toBe(0);
    const caller = callRegistry(play.context(null));
    const manifest = await checkedManifest(play.participantsRegistry(), play.slug);
    const round = manifest.rounds.get(roundId);
    if (round === undefined) throw new Error("no such round");
    const asked = await checkedWithdrawn((input) => caller.errata.questionnaire(input), manifest, round);
    expect(asked).toEqual(smallQuestionnaire);
    clock.now = new Date(began + HOUR + DAY);
    await expect(read(0)).rejects.toThrow("time for copying answers of this round is over");
    clock.now = new Date(began + HOUR);
  });

  it("[K24] keeps the round from opening anew until those answers are gone, which the clock sees to, once", async () => {
    const overview = () => play.as(host).consultations.overview({ consultationId });
    const { next } = await overview();
    expect(next?.stillToDo.map(({ code }) => code)).toContain("withdrawn_answers_kept");
    const ids = { consultationId, roundId: next?.id ?? "" };
    await expect(play.as(host).conduct.openRound(ids)).rejects.toThrow("can still copy their answers");
    clock.now = new Date(began + HOUR + DAY - 1);
    await look(play);
    expect(await heldIn(roundId)).toBe(2);
    clock.now = new Date(began + HOUR + DAY);
    // The time is over, and the clock has not come to it yet.
    await expect(play.as(host).conduct.openRound(ids)).rejects.toThrow("can still copy their answers");
    // Nor does it say that they are gone while the box has not heard that the round is withdrawn.
    const { copiesUntil } = (await ballot.select().from(ballotRounds).where(ofRound))[0] ?? {};
    await ballot.update(ballotRounds).set({ stage: "open", copiesUntil: null }).where(ofRound);
    await look(play);
    expect([await heldIn(roundId), await actsOfNobody(registry, play)]).toEqual([2, []]);
    await ballot.update(ballotRounds).set({ stage: "withdrawn", copiesUntil }).where(ofRound);
    await Promise.all([look(play), look(play), look(play)]);
    expect(await heldIn(roundId)).toBe(0);
    expect(await standingOf(registry, ballot, roundId)).toMatchObject({ box: "discarded" });
    expect(await actsOfNobody(registry, play)).toEqual(["withdrawn answers discarded"]);
    expect(await ballot.select().from(leaves)).toEqual([]);
    expect(await ballot.select().from(openAnswers)).toEqual([]);
  });

  it("[K25] ends in the same round, mended, answered under credentials that participants hold, and counted", async () => {
    const { next } = await play.as(host).consultations.overview({ consultationId });
    const ids = { consultationId, roundId: next?.id ?? "" };
    const read = await play.as(host).questionnaires.read(ids);
    expect(read).toMatchObject({ frozen: false, number: 1 });
    const mended = structuredClone(smallQuestionnaire);
    await play.as(host).questionnaires.save({
      ...ids,
      version: read.version,
      questionnaire: {
        agendaQuestions: mended.agendaQuestions.map((question, index) =>
          index === 0 ? { ...question, text: "What should not be done?" } : question,
        ),
      },
    });
    await play.as(host).rounds.update({
      ...ids,
      level: "expert",
      timeZone: "UTC",
      opensAt: "2026-03-04T09:00",
      closesAt: "2026-03-20T18:00",
    });
    await play.as(host).conduct.openRound(ids);
    const anew = { ...play, roundId: ids.roundId };
    for (const [index, participant] of play.participants.entries())
      await answered(anew, participant, someAnswers(index));
    const page = await play.as(null).consultations.publicPage({ slug: play.slug });
    expect(page.rounds).toMatchObject([{ id: ids.roundId, number: 1, stage: "open" }]);
    expect(page.withdrawn).toMatchObject([{ roundId, number: 1, reason }]);
    await closeRound({ ...clockOf(play, registry, ballot), personId: null }, consultationId, ids.roundId);
    const [row] = await registry.select().from(releases).where(eq(releases.roundId, ids.roundId));
    expect(row?.release.participation.received).toBe(3);
  });
});
