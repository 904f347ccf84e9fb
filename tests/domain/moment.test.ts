import { describe, expect, it } from "vitest";
import { worded } from "@/domain/report/wording";
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
});
