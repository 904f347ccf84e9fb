import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { added, toggled } from "@/domain/themes/changes";
import { type Change, NO_CHANGE } from "@/domain/themes/coding";
import { countsOf } from "@/domain/themes/progress";
import { themesOf } from "@/server/theme-releases/queries";
import { closedBench } from "@/tests/support/bench";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const bench = await closedBench(registry, ballot);
const { place, answerIds } = bench;
const rapporteur = await bench.somebody("rapporteur");
const first = () => bench.atBench(bench.host);
const second = () => bench.atBench(rapporteur);
type Caller = ReturnType<typeof first>;

const cost = randomUUID();
const change = (caller: Caller, made: Change) => caller.change({ ...place, change: made });
const codes = (from: number, to: number, themeId: string | null): Change => ({
  ...NO_CHANGE,
  set: answerIds.slice(from, to).map((answerId) => ({ answerId, themeId })),
});
const countFor = async (caller: Caller) => countsOf((await caller.coding(place)).codings).get(cost);

describe("two who code apart", () => {
  it("[C35] a second coder takes a place that one person has, and sees neither codings nor counts of the first", async () => {
    await change(
      first(),
      added(cost, "Be open about money", { themes: [], codings: [] }, answerIds.slice(0, 6)),
    );
    await change(first(), codes(6, 11, null));
    await first().release(place);
    expect(await themesOf(registry, place.consultationId)).toHaveLength(1);
    await second().takeSecondPlace(place);
    expect(await themesOf(registry, place.consultationId)).toEqual([]);
    await expect(first().takeSecondPlace(place)).rejects.toThrow(/already codes/);
    const seen = await second().coding(place);
    expect(seen).toMatchObject({ coders: { phase: "apart", mine: true }, released: null });
    expect(seen.codings).toEqual({
      themes: [{ id: cost, number: 1, wording: "Be open about money" }],
      codings: [],
    });
    expect(await countFor(first())).toBe(6);
  });

  it("[C36] neither merges, removes nor releases meanwhile; each sees and undoes their own alone", async () => {
    await change(second(), codes(0, 1, null));
    await change(second(), codes(1, 7, cost));
    const { undo } = await change(second(), codes(7, 11, null));
    expect(undo?.clear).toHaveLength(4);
    await expect(change(first(), { ...NO_CHANGE, remove: [cost] })).rejects.toThrow(/settled/);
    await expect(first().release(place)).rejects.toThrow(/Settle/);
    expect([await countFor(first()), await countFor(second())]).toEqual([6, 6]);
  });

  it("[C37] once both are done each sees both, how far they agree and where they differ, and what they share is settled", async () => {
    await first().sayDone(place);
    expect((await first().coding(place)).coders).toMatchObject({
      phase: "apart",
      done: { first: true, second: false },
    });
    await second().sayDone(place);
    const { coders, codings } = await first().coding(place);
    if (coders.phase !== "comparing") throw new Error("both are done");
    expect(coders.agreement.overall).toMatchObject({ units: 11, share: 9 / 11 });
    expect(coders.differing.toSorted()).toEqual([answerIds[0], answerIds[6]].toSorted());
    expect(codings.codings).toHaveLength(9);
    await expect(first().settle(place)).rejects.toThrow(/2 answers are still to code/);
  });

  it("[C38] what they settle is what is counted, and how far they agreed is kept", async () => {
    const { codings } = await first().coding(place);
    await change(first(), toggled(codings, answerIds[0] ?? "", cost));
    await change(second(), codes(6, 7, null));
    await second().settle(place);
    expect((await first().coding(place)).coders).toMatchObject({
      phase: "settled",
      agreement: { units: 11, share: 9 / 11 },
    });
    await first().release(place);
    const { released } = await second().coding(place);
    expect(released?.table).toMatchObject({ answered: 12, themes: [{ raised: { count: 6 } }] });
  });
});
