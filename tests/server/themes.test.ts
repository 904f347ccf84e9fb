import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { codings, openAnswers, rounds, themes } from "@/db/ballot/schema";
import { auditEntries, releases, themeReleases } from "@/db/registry/schema";
import { added, merged, setAside, split, toggled } from "@/domain/themes/changes";
import { type Change, NO_CHANGE } from "@/domain/themes/coding";
import { countsOf } from "@/domain/themes/progress";
import { fixPublishedThemes } from "@/server/theme-releases/commands";
import { themesOf } from "@/server/theme-releases/queries";
import { closedBench, ITEM, textOf } from "@/tests/support/bench";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const bench = await closedBench(registry, ballot);
const { place, answerIds } = bench;
const rapporteur = await bench.somebody("rapporteur");
const asHost = () => bench.atBench(bench.host);
const asRapporteur = () => bench.atBench(rapporteur);

const change = async (made: Change, who = asHost()) => (await who.change({ ...place, change: made })).undo;
const now = async () => (await asHost().coding(place)).codings;
const restored = (undo: Change | null) => change(undo ?? NO_CHANGE);
const countOf = async (id: string) => countsOf(await now()).get(id);
const ofAnswers = (from: number, to: number) => answerIds.slice(from, to);

/** A new theme with these answers, and its id. */
async function theme(wording: string, answers: readonly string[]): Promise<string> {
  const id = randomUUID();
  await change(added(id, wording, await now(), answers));
  return id;
}

describe("the bench of a closed round", () => {
  it("[C23] lists its items with open answers and when these are destroyed, to rapporteurs and hosts", async () => {
    for (const caller of [asHost(), asRapporteur()]) {
      const { items, destruction, destroyedAt } = await caller.bench(place);
      expect(items).toEqual([{ itemId: ITEM, prompt: "Why?", answers: 12, released: false }]);
      expect([destruction?.certain, destroyedAt]).toEqual([true, null]);
    }
    await expect(bench.atBench(await bench.somebody("observer")).answers(place)).rejects.toThrow();
  });

  it("[C24] gives the answers in an order that is the same each time and not that of their rows", async () => {
    const [once, again] = [await asHost().answers(place), await asRapporteur().answers(place)];
    expect(again).toEqual(once);
    expect(once.map(({ id }) => id).toSorted()).toEqual([...answerIds].toSorted());
    expect(once.filter(({ mayBeReflected }) => !mayBeReflected)).toMatchObject([{ text: textOf(11) }]);
  });

  it("[C25] opens to nobody before the round has closed, nor for a round of another consultation", async () => {
    const elsewhere = await closedBench(registry, ballot, 1);
    await expect(asHost().answers({ ...place, roundId: elsewhere.roundId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const other = { ...elsewhere.place, itemId: ITEM };
    await ballot.update(rounds).set({ stage: "split" }).where(eq(rounds.id, elsewhere.roundId));
    const early = elsewhere.atBench(elsewhere.host).answers(other);
    await expect(early).rejects.toThrow(/counted yet/);
  });
});

describe("coding", () => {
  it("[C26] an answer not to be reflected is never coded, and none of another item either", async () => {
    const id = await theme("Be open about money", ofAnswers(0, 2));
    const [strange] = await ballot
      .insert(openAnswers)
      .values({ roundId: place.roundId, itemId: "other", consent: "mayBeReflected", text: "Elsewhere." })
      .returning();
    const reached = [answerIds[11] ?? "", strange?.id ?? "", randomUUID()];
    const undo = await change({
      ...NO_CHANGE,
      set: reached.flatMap((answerId) => [
        { answerId, themeId: id },
        { answerId, themeId: null },
      ]),
    });
    expect(undo).toBeNull();
    expect(
      await ballot
        .select()
        .from(codings)
        .where(eq(codings.answerId, reached[0] ?? "")),
    ).toEqual([]);
    expect(await countOf(id)).toBe(2);
    await change({ ...NO_CHANGE, remove: [id] });
    await ballot.delete(openAnswers).where(eq(openAnswers.itemId, "other"));
  });

  it("[C27] every act has an inverse that gives back what was there before", async () => {
    const cost = await theme("Be open about money", ofAnswers(0, 4));
    const owner = await theme("Put ownership first", ofAnswers(3, 6));
    const before = await now();
    const sorted = async () => {
      const { themes: found, codings: coded } = await now();
      return { found, coded: new Set(coded.map(({ answerId, themeId }) => `${answerId} ${themeId}`)) };
    };
    const was = await sorted();
    const acts = [
      toggled(before, answerIds[0] ?? "", cost),
      toggled(before, answerIds[7] ?? "", owner),
      setAside(before, answerIds[3] ?? ""),
      merged(before, [cost, owner], "Let owners be open about money"),
      split(cost, randomUUID(), "Say early what it costs", ofAnswers(0, 2)),
      added(randomUUID(), "Wait and see", before, ofAnswers(6, 9)),
      { ...NO_CHANGE, rename: [{ id: cost, from: "Be open about money", to: "Be clear about money" }] },
      { ...NO_CHANGE, remove: [owner] },
    ];
    for (const act of acts) {
      const undo = await change(act);
      expect(await sorted()).not.toEqual(was);
      await restored(undo);
      expect(await sorted()).toEqual(was);
    }
    await change({ ...NO_CHANGE, remove: [cost, owner] });
  });

  it("[C28] two at once lose nothing of one another's: what one sets, the other's acts and undoing leave", async () => {
    const id = randomUUID();
    const add = added(id, "Be open about money", await now(), ofAnswers(0, 1));
    const undo = await change(add);
    const codes = ofAnswers(1, 9).map((answerId, index) =>
      change({ ...NO_CHANGE, set: [{ answerId, themeId: id }] }, index % 2 === 0 ? asHost() : asRapporteur()),
    );
    const others = ["Wait and see", "Put ownership first"].map((wording) => theme(wording, ofAnswers(0, 3)));
    await Promise.all([...codes, ...others]);
    expect(await countOf(id)).toBe(9);
    const numbers = (await now()).themes.map(({ number }) => number);
    expect(numbers).toEqual([1, 2, 3]);
    // Undoing the theme takes the one answer back and leaves it to those whom others coded.
    await restored(undo);
    expect(await countOf(id)).toBe(8);
    // What comes to a theme while another merges it goes with it.
    const [second] = (await now()).themes.filter((one) => one.id !== id).map((one) => one.id);
    const [, mergedUndo] = await Promise.all([
      change({ ...NO_CHANGE, set: [{ answerId: answerIds[9] ?? "", themeId: id }] }),
      change(merged(await now(), [id, second ?? ""], "Both")),
    ]);
    expect(await countOf(id)).toBeGreaterThanOrEqual(9);
    await restored(mergedUndo);
    await change({ ...NO_CHANGE, remove: (await now()).themes.map((one) => one.id) });
  });

  it("[C29] a theme that another has reworded or merged is not overwritten unseen", async () => {
    const id = await theme("Be open about money", ofAnswers(0, 1));
    const reword = (to: string) =>
      change({ ...NO_CHANGE, rename: [{ id, from: "Be open about money", to }] });
    await reword("Be clear about money");
    await expect(reword("Be silent about money")).rejects.toThrow(/kept/);
    const merge = { ...NO_CHANGE, merge: [{ from: randomUUID(), into: id }] };
    await expect(change(merge)).rejects.toThrow(/kept/);
    await change({ ...NO_CHANGE, remove: [id] });
  });

  it("[C30] a wording that copies an answer or names somebody is refused when it is saved, and leaves nothing behind", async () => {
    const copy = "That costs should be set out early so that every capital knows";
    for (const wording of [copy, "Follow Malaysia", " "]) {
      const add = { ...NO_CHANGE, add: [{ id: randomUUID(), wording }] };
      await expect(change(add)).rejects.toThrow(/Nothing was changed/);
    }
    expect((await now()).themes).toEqual([]);
  });
});

describe("the release of themes", () => {
  it("[C31] is refused while an answer that may be reflected is neither coded nor set aside", async () => {
    await theme("Be open about money", ofAnswers(0, 7));
    await expect(asRapporteur().release(place)).rejects.toThrow(/4 answers are still to code/);
  });

  it("[C32] counts distinct answers among all who answered, pools the rare, and is logged without a text", async () => {
    await theme("Put ownership first", ofAnswers(6, 10));
    await theme("Wait and see", ofAnswers(9, 10));
    await change(setAside(await now(), answerIds[10] ?? ""));
    await asRapporteur().release(place);
    const [released] = await themesOf(registry, place.consultationId);
    expect(released).toMatchObject({ roundId: place.roundId, itemId: ITEM });
    const { table } = released?.release ?? {};
    expect(table).toMatchObject({
      kind: "themes",
      answered: 12,
      pooled: true,
      themes: [
        { wording: "Be open about money", raised: { kind: "count", count: 7 } },
        { wording: "Put ownership first", raised: { kind: "count", count: 4 } },
      ],
    });
    const log = await registry.select().from(auditEntries).where(eq(auditEntries.act, "themes released"));
    expect(log).toMatchObject([{ personId: rapporteur.personId, detail: { number: 1 } }]);
    expect(JSON.stringify(log)).not.toMatch(/money|Point/);
  });

  it("[C33] may be made again until a report with it is published, and then stays", async () => {
    const { themes: found } = await now();
    await change(toggled(await now(), answerIds[9] ?? "", found[0]?.id ?? ""));
    await asHost().release(place);
    expect(JSON.stringify(await themesOf(registry, place.consultationId))).toContain('"count":8');
    await fixPublishedThemes(registry, place.consultationId, bench.clock.now);
    await asHost().release(place);
    await registry.update(releases).set({ publishedAt: bench.clock.now });
    await fixPublishedThemes(registry, place.consultationId, bench.clock.now);
    await expect(asHost().release(place)).rejects.toThrow(/published report/);
    await registry.update(themeReleases).set({ publishedAt: null });
  });

  it("[C34] refuses a wording that was stored without the check", async () => {
    await ballot
      .update(themes)
      .set({ wording: textOf(3) })
      .where(eq(themes.wording, "Wait and see"));
    await expect(asHost().release(place)).rejects.toThrow(/copies an answer/);
  });
});
