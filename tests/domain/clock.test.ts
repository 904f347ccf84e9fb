import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceOn } from "@/app/(participant)/_protocol/device";
import { memoryStore } from "@/app/(participant)/_protocol/stores";
import { presentlyAsked } from "@/app/(participant)/c/[slug]/answer/asked";
import type { ManifestAct } from "@/domain/anonymity/manifest";
import { type GrowingStanding, type ManifestRound, takeIn } from "@/domain/anonymity/standing";
import { extendedByRuleTo, timeLeft } from "@/domain/consultation/clock";
import { withdrawnSections } from "@/domain/report/withdrawn";
import messages from "@/messages/en.json";
import { saying } from "@/tests/support/windows";

const HOUR = 3_600_000;
const rules = {
  disclosure: "disclosure-1",
  ladder: "ladder-1",
  minimumEnrolled: 10,
  openAnswersKeptDays: 180,
} as const;
const keys = [{ roundId: "first", purpose: "planned", position: 1, publicKey: "AA" }] as const;
const opened = {
  kind: "roundOpened",
  roundId: "first",
  number: 1,
  level: "expert",
  questionnaireHash: "AA",
  opensAt: "2026-01-01T00:00:00.000Z",
  closesAt: "2026-01-08T00:00:00.000Z",
} as const satisfies ManifestAct;
const hoursAfter = (hours: number) => new Date(Date.parse(opened.closesAt) + hours * HOUR).toISOString();
const byRule = (hours: number): ManifestAct => ({
  kind: "roundExtended",
  roundId: "first",
  closesAt: hoursAfter(hours),
  byRule: true,
});
const withdrawn = {
  kind: "roundWithdrawn",
  roundId: "first",
  withdrawnAt: "2026-01-02T00:00:00.000Z",
  reason: "A word was missing.",
  copiesUntil: "2026-01-04T00:00:00.000Z",
} as const satisfies ManifestAct;
const closed = { kind: "roundClosed", roundId: "first", closedAt: opened.closesAt } as const;

/** How rounds stand after these acts. Throws as a manifest with them would. */
function standing(acts: readonly ManifestAct[], extensionHours?: number): GrowingStanding {
  const growing: GrowingStanding = { rounds: new Map(), windows: new Map() };
  const first = { keys, rules: extensionHours === undefined ? rules : { ...rules, extensionHours } };
  for (const act of acts) takeIn(growing, first, act);
  return growing;
}

describe("the manifest", () => {
  it("[K11] takes an extension by the rule where its first entry has it, once, and by no less than it says", () => {
    expect(standing([opened, byRule(72)], 72).rounds.get("first")).toMatchObject({
      closesAt: hoursAfter(72),
      extendedByRule: true,
    });
    expect(() => standing([opened, byRule(72)])).toThrow("manifest_broken");
    expect(() => standing([opened, byRule(71)], 72)).toThrow("manifest_broken");
    expect(() => standing([opened, byRule(72), byRule(144)], 72)).toThrow("manifest_broken");
    const byHand: ManifestAct = { kind: "roundExtended", roundId: "first", closesAt: hoursAfter(80) };
    expect(standing([opened, byRule(72), byHand], 72).rounds.get("first")).toMatchObject({
      closesAt: hoursAfter(80),
    });
  });

  it("[K26] takes a withdrawal of an open round alone, which ends it, and with time for copying", () => {
    expect(standing([opened, withdrawn]).rounds.get("first")).toMatchObject({
      closedAt: withdrawn.withdrawnAt,
      withdrawn: { reason: withdrawn.reason, copiesUntil: withdrawn.copiesUntil },
    });
    const hasty = { ...withdrawn, copiesUntil: withdrawn.withdrawnAt };
    for (const acts of [
      [withdrawn],
      [opened, hasty],
      [opened, withdrawn, closed],
      [opened, closed, withdrawn],
    ])
      expect(() => standing(acts)).toThrow("manifest_broken");
  });
});

describe("the extension by the rule", () => {
  it("[K6] gives at least the period from the closing time, and from the decision where that is over an hour late", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000 * HOUR }),
        fc.integer({ min: 1, max: 336 }),
        (late, hours) => {
          const closesAt = new Date(opened.closesAt);
          const until = extendedByRuleTo(closesAt, new Date(closesAt.getTime() + late), hours).getTime();
          const from = late > HOUR ? closesAt.getTime() + late : closesAt.getTime();
          expect(until).toBe(from + hours * HOUR);
        },
      ),
    );
  });
});

describe("time that is left", () => {
  it("[K29] adds up to the minute, and is nothing once the moment has come", () => {
    const now = new Date(opened.opensAt);
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 10_000_000_000 }), (milliseconds) => {
        const left = timeLeft(new Date(now.getTime() + milliseconds), now);
        expect(left === null).toBe(milliseconds <= 0);
        if (left === null) return;
        const { days, hours, minutes } = left;
        expect(days * 1440 + hours * 60 + minutes).toBe(Math.floor(milliseconds / 60_000));
        expect(hours).toBeLessThan(24);
        expect(minutes).toBeLessThan(60);
      }),
    );
  });
});

describe("the report", () => {
  it("[K27] says which rounds were withdrawn, when and why, in words that exist, and nothing where none was", () => {
    expect(withdrawnSections([])).toEqual([]);
    const { kind: _, roundId: __, ...facts } = withdrawn;
    const [section] = withdrawnSections([{ ...facts, number: 1, opensAt: opened.opensAt, timeZone: "UTC" }]);
    const text = JSON.stringify(section);
    for (const part of [facts.reason, facts.withdrawnAt, facts.copiesUntil, opened.opensAt])
      expect(text).toContain(part);
    const used = [...text.matchAll(/"key":"erratumReport\.([a-zA-Z.]+)"/g)].map(([, key]) => key ?? "");
    for (const key of used) {
      const found = key
        .split(".")
        .reduce<unknown>((place, step) => Object(place)[step], messages.erratumReport);
      expect(typeof found, key).toBe("string");
    }
  });
});

describe("a participant", () => {
  it("[K28] is shown a withdrawn round before what was written elsewhere, as long as it can be copied", async () => {
    const own = deviceOn(memoryStore(), "one").of(new Uint8Array(16));
    await own.keepDraft("earlier", saying("Not sent."));
    const earlier = {
      ...opened,
      roundId: "earlier",
      opensAt: "2025-12-01T00:00:00.000Z",
      closedAt: "2025-12-08T00:00:00.000Z",
    };
    const { rounds } = standing([opened, withdrawn]);
    const manifest = {
      rounds: new Map<string, ManifestRound>([["earlier", earlier], ...rounds]),
      windows: new Map(),
    };
    const at = (time: string) => presentlyAsked(manifest, new Date(time), own);
    expect(await at("2026-01-03T00:00:00.000Z")).toMatchObject({
      round: { roundId: "first" },
      open: false,
      copying: true,
    });
    expect(await at("2026-01-04T00:00:00.000Z")).toMatchObject({
      round: { roundId: "earlier" },
      copying: false,
    });
  });
});
