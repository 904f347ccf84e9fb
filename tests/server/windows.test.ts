import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { leaves, openAnswers } from "@/db/ballot/schema";
import { issuance, roundKeys } from "@/db/registry/schema";
import { NOT_REFLECTED } from "@/domain/window/questionnaire";
import { WINDOW_CLOSING_STEPS } from "@/server/releases/close-window";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { answered } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";
import { afterARound, saying } from "@/tests/support/windows";

const [registry, ballot] = [await registryDatabase(), await ballotDatabase()];
const played = () => afterARound(registry, ballot);

// For the first three tests, which follow one another.
const shared = await played();
await shared.open();
const first = await shared.idOf(1);

describe("a window", () => {
  it("[W6] takes one response for each credential issued for it, and nothing of it leads to a seat", async () => {
    await shared.respond(shared.nth(0), "First.");
    const [row] = await ballot.execute<Record<string, unknown>>(
      sql`SELECT * FROM arrival WHERE round_id = ${first}`,
    );
    expect(Object.keys(row ?? {}).sort()).toEqual(["answers", "key", "revision", "round_id", "salts"]);
    expect(row?.answers).toEqual(saying("First."));
    await shared.respond(shared.nth(0), "Better said.", { revision: 2 });
    await expect(shared.respond(shared.nth(0), "Older.")).rejects.toThrow("newer response");
    await shared.respond(shared.nth(1), "Second.");
  });

  it("[W7] lets in no credential of a round or of the other window, and answers nothing else", async () => {
    const second = await shared.idOf(2);
    const { code, wallet } = shared.nth(2);
    for (const other of [shared.roundId, second]) {
      const foreign = wallet.rounds.find(({ roundId }) => roundId === other);
      if (foreign === undefined) throw new Error("no credential");
      const swapped = { ...wallet, rounds: [{ ...foreign, roundId: first }] };
      await expect(shared.respond({ code, wallet: swapped }, "Mine.")).rejects.toThrow("valid credential");
    }
    const inWindow = { ...shared, roundId: first };
    await expect(answered(inWindow, shared.nth(2), someAnswers(1))).rejects.toThrow("was not taken");
    const early = answered({ ...shared, roundId: second }, shared.nth(2), saying("Early."));
    await expect(early).rejects.toThrow("not open for answers");
  });

  it("[W11] leaves leaves and open answers behind, and neither response, blinded message, signature nor key", async () => {
    await shared.respond(shared.nth(2), "Third.");
    await shared.close();
    const [held] = await ballot.execute<{ n: string }>(
      sql`SELECT (SELECT count(*) FROM response WHERE round_id = ${first})
        + (SELECT count(*) FROM arrival WHERE round_id = ${first}) AS n`,
    );
    expect(Number(held?.n)).toBe(0);
    expect(await ballot.$count(leaves, eq(leaves.roundId, first))).toBe(3);
    const texts = await ballot.select().from(openAnswers).where(eq(openAnswers.roundId, first));
    expect(texts.map(({ text }) => text).toSorted()).toEqual(["Better said.", "Second.", "Third."]);
    const issued = await registry.select().from(issuance).where(eq(issuance.roundId, first));
    expect(issued).toHaveLength(3);
    expect(issued.every(({ blinded, signature }) => blinded === null && signature === null)).toBe(true);
    const [key] = await registry.select().from(roundKeys).where(eq(roundKeys.roundId, first));
    expect(key?.wrappedPrivateKey).toBeNull();
    expect(Object.keys((await shared.stored()).roots ?? {})).toEqual([NOT_REFLECTED]);
  });

  it("[W8] takes nothing after its closing time, nor once its close was announced", async () => {
    const play = await played();
    await play.open(1);
    const closesAt = (await play.stored()).closesAt;
    play.clock.now = new Date(closesAt.getTime() - 1);
    await play.respond(play.nth(0), "In time.");
    play.clock.now = new Date(closesAt.getTime() + 1);
    await expect(play.respond(play.nth(1), "Late.")).rejects.toThrow("has closed");
    await play.close();
    expect((await play.stored()).participation).toMatchObject({ received: 1 });

    const [announce, stopBox] = WINDOW_CLOSING_STEPS;
    await play.open(1);
    for (const step of [announce, stopBox])
      await step?.(play.closing(), play.consultationId, await play.idOf(2));
    await expect(play.respond(play.nth(0), "After.", { number: 2 })).rejects.toThrow("has closed");
  });

  it("[W9] counts however few responded, and says how many were invited, held a credential and responded", async () => {
    const play = await played();
    await play.open();
    await play.close(1);
    expect((await play.stored(1)).participation).toEqual({
      invited: 11,
      issued: 3,
      replaced: 0,
      received: 0,
    });
    await play.open();
    await play.respond(play.nth(2), "One alone.", { number: 2 });
    await play.close(2);
    expect(await play.stored(2)).toMatchObject({
      stage: "closed",
      participation: { invited: 11, issued: 3, replaced: 0, received: 1 },
    });
    const { windows: shown } = await play.as(null).consultations.publicPage({ slug: play.slug });
    expect(shown.map((one) => Object.keys(one).sort())).toEqual(
      Array(2).fill(["closesAt", "number", "opensAt", "roundId", "stage", "timeZone"]),
    );
    expect((await play.overview()).windows.map(({ participation }) => participation?.received)).toEqual([
      0, 1,
    ]);
  });

  it("[W10] is not counted where more responses came than credentials were issued", async () => {
    const play = await played();
    await play.open();
    const id = await play.idOf(1);
    for (const index of [0, 1, 2]) await play.respond(play.nth(index), `Point ${index}.`);
    await registry.execute(sql`DELETE FROM issuance WHERE round_id = ${id}`);
    await expect(play.close()).rejects.toThrow("more_received_than_issued");
    expect(await play.stored()).toMatchObject({ stage: "closing", participation: null });
  });

  it("[W12] closes to the same count wherever its close is cut short and taken up again", async () => {
    // What closing a window has of its own, and where the box and the key come in; A40 holds the steps that rounds share.
    const cuts = [0, 1, 2, 5, 6, 8];
    const made = [];
    let play = await played();
    for (const [index, cut] of cuts.entries()) {
      const number = 1 + (index % 2);
      if (index > 0 && number === 1) play = await played();
      await play.open();
      for (const nth of [0, 1, 2]) await play.respond(play.nth(nth), "The same.", { number });
      const id = await play.idOf(number);
      for (const step of WINDOW_CLOSING_STEPS.slice(0, cut))
        await step(play.closing(), play.consultationId, id);
      await play.close(number);
      await play.close(number);
      const { stage, participation } = await play.stored(number);
      made.push({
        stage,
        participation,
        texts: await ballot.$count(openAnswers, eq(openAnswers.roundId, id)),
      });
    }
    expect(WINDOW_CLOSING_STEPS).toHaveLength(cuts.at(-1) ?? 0);
    expect(new Set(made.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(made[0]).toMatchObject({ stage: "closed", participation: { received: 3 }, texts: 3 });
  }, 120_000);
});
