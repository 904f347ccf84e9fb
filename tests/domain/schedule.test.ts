import { TZDate } from "@date-fns/tz";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  instantOf,
  localTimeOf,
  type PlannedRound,
  plannedRoundIssues,
} from "@/domain/consultation/consultation";
import { roundAfter, shiftedRounds, suggestedRounds } from "@/domain/consultation/schedule";

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

/** Zones whose clocks change in spring and autumn, north and south, by an hour and by half of one, and that never do. */
const ZONES = [
  ...["America/New_York", "Europe/Zurich", "Africa/Cairo", "America/Santiago"],
  ...["Australia/Lord_Howe", "Pacific/Auckland", "Asia/Bangkok", "UTC"],
];
const zone = fc.constantFrom(...ZONES);
const moment = fc
  .date({ min: new Date("2024-01-01T00:00Z"), max: new Date("2031-12-31T00:00Z"), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));

/** Rounds as a host can have planned them: each closes after it opens, by the clock of the zone. */
const planned = fc
  .record({
    timeZone: zone,
    rounds: fc.array(
      fc.record({
        opens: moment,
        hours: fc.integer({ min: 1, max: 900 }),
        level: fc.constantFrom("expert" as const, "highLevel" as const),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ timeZone, rounds }) => ({
    timeZone,
    rounds: rounds.map(({ opens, hours, level }): PlannedRound => {
      const closes = new Date(opens.getTime() + hours * HOUR);
      return { level, opensAt: localTimeOf(opens, timeZone), closesAt: localTimeOf(closes, timeZone) };
    }),
  }))
  .filter(({ timeZone, rounds }) =>
    rounds.every((round) => plannedRoundIssues(round, timeZone, "").length === 0),
  );

const instant = (local: string, timeZone: string) => instantOf(local, timeZone)?.getTime() ?? Number.NaN;
const asCounted = (local: string) => Date.parse(`${local}Z`);

describe("rounds of a copy", () => {
  it("[U10] keep weekday, hour and the days between, whatever clocks do on the way", () => {
    fc.assert(
      fc.property(planned, moment, ({ rounds, timeZone }, now) => {
        const shifted = shiftedRounds(rounds, now, timeZone);
        const times = (all: readonly PlannedRound[]) =>
          all.flatMap(({ opensAt, closesAt }) => [asCounted(opensAt), asCounted(closesAt)]);
        const [before, after] = [times(rounds), times(shifted)];
        const by = (after[0] ?? 0) - (before[0] ?? 0);
        expect(by % WEEK).toBe(0);
        expect(by).toBeGreaterThanOrEqual(0);
        expect(after).toEqual(before.map((time) => time + by));
        expect(shifted.map(({ level }) => level)).toEqual(rounds.map(({ level }) => level));
      }),
    );
  });

  it("[U11] open a week from now at the earliest, none later than the clocks ask, and each closes after it opens", () => {
    fc.assert(
      fc.property(planned, moment, ({ rounds, timeZone }, now) => {
        const shifted = shiftedRounds(rounds, now, timeZone);
        expect(shifted.flatMap((round) => plannedRoundIssues(round, timeZone, ""))).toEqual([]);
        const firstOf = (all: readonly PlannedRound[]) =>
          Math.min(...all.map(({ opensAt }) => instant(opensAt, timeZone)));
        const [before, first] = [firstOf(rounds), firstOf(shifted)];
        expect(first).toBeGreaterThanOrEqual(now.getTime() + WEEK);
        // Up to an hour for a change of clocks, and a week for each opening whose hour is skipped in spring.
        if (first !== before)
          expect(first).toBeLessThan(now.getTime() + 2 * WEEK + 2 * HOUR + rounds.length * WEEK);
      }),
    );
  });

  it("[U11] in spring and autumn 18:00 stays 18:00, and an opening in the hour that is skipped moves on a week", () => {
    const shift = (round: Omit<PlannedRound, "level">, now: string) =>
      shiftedRounds([{ level: "expert", ...round }], new Date(now), "America/New_York")[0];
    const winter = { opensAt: "2026-02-16T09:00", closesAt: "2026-02-27T18:00" };
    // Clocks go forward on 8 March 2026 and back on 1 November.
    const spring = shift(winter, "2026-02-20T12:00:00Z");
    expect(spring).toMatchObject({ opensAt: "2026-03-02T09:00", closesAt: "2026-03-13T18:00" });
    expect(instant("2026-03-13T18:00", "America/New_York")).toBe(Date.parse("2026-03-13T22:00:00Z"));
    const autumn = { opensAt: "2026-10-19T09:00", closesAt: "2026-10-30T18:00" };
    expect(shift(autumn, "2026-10-20T12:00:00Z")).toMatchObject({
      opensAt: "2026-11-02T09:00",
      closesAt: "2026-11-13T18:00",
    });
    const night = { opensAt: "2026-02-22T02:30", closesAt: "2026-02-22T03:15" };
    // On 8 March 02:30 is 03:30, after the close.
    expect(shift(night, "2026-02-27T12:00:00Z")).toMatchObject({ opensAt: "2026-03-15T02:30" });
  });
});

describe("dates that are suggested", () => {
  const day = (local: string) => new Date(`${local.slice(0, 10)}T12:00Z`).getUTCDay();

  it("[U3] count in working days from today in the zone: 09:00 to 18:00, three weeks ahead, two weeks open, two between", () => {
    const now = new Date("2026-11-26T04:00:00Z"); // still Wednesday 25 November in New York
    expect(suggestedRounds(["expert", "highLevel"], now, "America/New_York")).toEqual([
      { level: "expert", opensAt: "2026-12-16T09:00", closesAt: "2026-12-30T18:00" },
      { level: "highLevel", opensAt: "2027-01-13T09:00", closesAt: "2027-01-27T18:00" },
    ]);
    expect(suggestedRounds(["expert"], now, "Asia/Bangkok")[0]?.opensAt).toBe("2026-12-17T09:00");
  });

  it("[U3] fall on working days, in order, with nothing to put right, whenever and wherever", () => {
    fc.assert(
      fc.property(moment, zone, (now, timeZone) => {
        const suggested = suggestedRounds(["expert", "expert", "highLevel"], now, timeZone);
        const times = suggested.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]);
        expect(times.map(day).filter((weekday) => weekday === 0 || weekday === 6)).toEqual([]);
        expect(times.toSorted()).toEqual(times);
        expect(suggested.flatMap((round) => plannedRoundIssues(round, timeZone, ""))).toEqual([]);
        const local = new TZDate(now.getTime(), timeZone);
        expect(asCounted(times[0] ?? "") - local.getTime()).toBeGreaterThan(0);
      }),
    );
  });

  it("[U3] of a round that is added follow the one before it, unless that one has none yet", () => {
    expect(roundAfter({ level: "highLevel", opensAt: "", closesAt: "2026-12-30T18:00" })).toEqual({
      level: "highLevel",
      opensAt: "2027-01-13T09:00",
      closesAt: "2027-01-27T18:00",
    });
    expect(roundAfter({ level: "expert", opensAt: "", closesAt: "" })).toBeNull();
  });
});
