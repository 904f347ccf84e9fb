import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { codings, openAnswers, themes } from "@/db/ballot/schema";
import { auditEntries, themeCoders } from "@/db/registry/schema";
import { added } from "@/domain/themes/changes";
import { NO_CHANGE } from "@/domain/themes/coding";
import { themesOf } from "@/server/theme-releases/queries";
import { destroyAllDue } from "@/server/themes/destruction";
import { closedBench } from "@/tests/support/bench";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";

const registry = await registryDatabase();
const ballot = await ballotDatabase();
const DAY = 86_400_000;

const kept = async () => [
  (await ballot.select().from(openAnswers)).length,
  (await ballot.select().from(themes)).length,
  (await ballot.select().from(codings)).length,
];

async function codedBench() {
  const bench = await closedBench(registry, ballot);
  const { place, answerIds } = bench;
  const empty = { themes: [], codings: [] };
  const change = added(randomUUID(), "Be open about money", empty, answerIds.slice(0, 11));
  await bench.atBench(bench.host).change({ ...place, change });
  return bench;
}
const entriesOf = (consultationId: string) =>
  registry.select().from(auditEntries).where(eq(auditEntries.consultationId, consultationId));

describe("the destruction of open answers", () => {
  it("[C39] comes with the day that the manifest names: whoever visits the bench finds none left, and the log says so", async () => {
    const bench = await codedBench();
    const { place, clock, host } = bench;
    const { destruction } = await bench.atBench(host).bench(place);
    const rules = (await registry.execute<{ payload: string }>(sql`SELECT payload FROM manifest_entries`))[0];
    const { openAnswersKeptDays } = JSON.parse(rules?.payload ?? "").act.rules;
    expect(Date.parse(destruction?.at ?? "")).toBe(clock.now.getTime() + openAnswersKeptDays * DAY);
    clock.now = new Date(clock.now.getTime() + openAnswersKeptDays * DAY - 1);
    expect(await bench.atBench(host).answers(place)).toHaveLength(12);
    clock.now = new Date(clock.now.getTime() + 1);
    expect(await bench.atBench(host).answers(place)).toEqual([]);
    expect(await kept()).toEqual([0, 0, 0]);
    expect((await bench.atBench(host).bench(place)).destroyedAt).toBe(clock.now.toISOString());
    const entries = await entriesOf(place.consultationId);
    expect(entries.at(-1)).toMatchObject({ act: "open answers destroyed", personId: null, detail: {} });
  });

  it("[C40] comes without a visitor too, by a command, once, and leaves what is not due", async () => {
    const due = await codedBench();
    const now = new Date(due.clock.now.getTime() + 180 * DAY);
    await ballot
      .insert(openAnswers)
      .values({ roundId: randomUUID(), itemId: "x", consent: "mayBeReflected", text: "Stays." });
    expect(await destroyAllDue({ registry, ballot, now })).toBe(1);
    expect(await destroyAllDue({ registry, ballot, now })).toBe(0);
    expect(await kept()).toEqual([1, 0, 0]);
    // A window that closes after that day brings texts whose day has come.
    await ballot
      .insert(openAnswers)
      .values({ roundId: due.place.roundId, itemId: "x", consent: "notToBeReflected", text: "Goes." });
    expect(await destroyAllDue({ registry, ballot, now })).toBe(1);
    expect(await kept()).toEqual([1, 0, 0]);
    await ballot.delete(openAnswers);
  });

  it("[C41] hosts may destroy them before, once every item's themes are released; the release remains", async () => {
    const bench = await codedBench();
    const { place, host } = bench;
    const rapporteur = bench.atBench(await bench.somebody("rapporteur"));
    await expect(bench.atBench(host).destroy(place)).rejects.toThrow(/not in any release/);
    await bench.atBench(host).release(place);
    await expect(rapporteur.destroy(place)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await bench.atBench(host).destroy(place);
    expect(await kept()).toEqual([0, 0, 0]);
    await bench.atBench(host).destroy(place);
    const entries = (await entriesOf(place.consultationId)).filter(
      ({ act }) => act === "open answers destroyed",
    );
    expect(entries).toMatchObject([{ personId: host.personId }]);
    expect(await themesOf(registry, place.consultationId)).toHaveLength(1);
    await expect(bench.atBench(host).release(place)).rejects.toThrow(/no open answers/);
  });

  it("[C49] leaves nothing to code, no place to take, and no word of how two coders agreed", async () => {
    const bench = await codedBench();
    const { place, host } = bench;
    const first = bench.atBench(host);
    const second = bench.atBench(await bench.somebody("rapporteur"));
    await second.takeSecondPlace(place);
    const { codings: coded } = await first.coding(place);
    const [theme] = coded.themes;
    if (theme === undefined) throw new Error("no theme");
    const change = { ...NO_CHANGE, set: [...coded.codings] };
    await second.change({ ...place, change });
    await first.sayDone(place);
    await second.sayDone(place);
    await first.settle(place);
    await first.release(place);
    const ofThis = eq(themeCoders.consultationId, place.consultationId);
    expect(await registry.$count(themeCoders, ofThis)).toBe(1);
    await first.destroy(place);
    expect(await registry.$count(themeCoders, ofThis)).toBe(0);
    const again = added(randomUUID(), "Be open about money", { themes: [], codings: [] }, []);
    await expect(first.change({ ...place, change: again })).rejects.toThrow(/no open answers/);
    await expect(second.takeSecondPlace(place)).rejects.toThrow(/no open answers/);
    expect(await kept()).toEqual([0, 0, 0]);
    expect(await themesOf(registry, place.consultationId)).toHaveLength(1);
  });
});
