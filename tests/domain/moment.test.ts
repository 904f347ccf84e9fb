import { describe, expect, it } from "vitest";
import { worded, wordedMoment } from "@/domain/report/wording";
import { english } from "../support/english";

const told = (instant: string, timeZone: string) =>
  worded({ instant, timeZone }, { translate: english, locale: "en-GB" });

describe("a moment", () => {
  it("[R17] is told by weekday, date, hour, city and offset, then the hour in UTC", () => {
    expect(told("2011-01-14T23:00:00.000Z", "America/New_York")).toBe(
      "Friday 14 January 2011, 18:00 in New York (UTC−5) (23:00 UTC)",
    );
    expect(told("2026-07-01T22:30:00.000Z", "Europe/Zurich")).toBe(
      "Thursday 2 July 2026, 00:30 in Zurich (UTC+2) (22:30 UTC)",
    );
    expect(told("2026-07-01T04:00:00.000Z", "Asia/Kathmandu")).toContain("(UTC+5:45)");
  });

  it("[K31] is told with the weekday in UTC where it is another there, so that nobody comes a day late", () => {
    const toCome = (instant: string, timeZone: string) =>
      wordedMoment({ instant, timeZone }, { translate: english, locale: "en-GB" });
    expect(toCome("2026-12-19T01:00:00.000Z", "America/New_York")).toBe(
      "Friday 18 December 2026, 20:00 in New York (UTC−5) (Saturday 01:00 UTC)",
    );
    expect(toCome("2026-07-01T22:30:00.000Z", "Europe/Zurich")).toBe(
      "Thursday 2 July 2026, 00:30 in Zurich (UTC+2) (Wednesday 22:30 UTC)",
    );
    expect(toCome("2026-12-18T23:00:00.000Z", "America/New_York")).toContain("(23:00 UTC)");
  });
});
