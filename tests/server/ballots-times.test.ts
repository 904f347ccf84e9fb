import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { rounds } from "@/db/ballot/schema";
import { CLOSING_STEPS } from "@/server/releases/close";
import type { Closing } from "@/server/releases/steps";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { openRound } from "@/tests/support/open-round";
import { answered } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const play = await openRound(registry, ballot, 10);
const { consultationId, roundId, clock, nth } = play;

const opened = clock.now;
const [round] = await ballot.select().from(rounds).where(eq(rounds.id, roundId));
if (round === undefined) throw new Error("the box knows no round");
const { opensAt, closesAt } = round;
const at = (time: Date, milliseconds = 0) => {
  clock.now = new Date(time.getTime() + milliseconds);
};
afterEach(() => at(opened));

describe("the times of a round", () => {
  it("[A63] are the manifest's: nothing gets in before the opening, and from it on everything does", async () => {
    at(opensAt, -1);
    await expect(answered(play, nth(0), someAnswers())).rejects.toThrow("not opened yet");
    at(opensAt);
    await expect(answered(play, nth(0), someAnswers())).resolves.toBeDefined();
  });

  it("[A64] end at the closing time to the millisecond, edits included", async () => {
    at(closesAt, -1);
    await answered(play, nth(1), someAnswers(1));
    at(closesAt);
    await expect(answered(play, nth(1), someAnswers(2), 2)).rejects.toThrow("has closed");
    await expect(answered(play, nth(2), someAnswers(2))).rejects.toThrow("has closed");
  });

  it("[A65] keep no receipt back: what is in the box gets its receipt again after the closing time", async () => {
    const receipt = await answered(play, nth(3), someAnswers(1));
    at(closesAt, 1);
    expect(await answered(play, nth(3), someAnswers(1))).toBe(receipt);
  });

  it("[A66] matter no more once the close has been announced: nothing gets in, whatever the clock says", async () => {
    const { secrets, ballotBox } = play;
    const closing: Closing = { registry, ballot, personId: null, now: clock.now, secrets, ballotBox };
    for (const step of CLOSING_STEPS.slice(0, 2)) await step(closing, consultationId, roundId);
    await expect(answered(play, nth(4), someAnswers(1))).rejects.toThrow("has closed");
    await expect(answered(play, nth(3), someAnswers(2), 2)).rejects.toThrow("has closed");
  });
});
