import { describe, expect, it } from "vitest";
import { planCautions, type TimedRound } from "@/domain/consultation/plan-cautions";

const now = new Date("2026-03-02T15:00:00Z");
const round = (number: number, opens: string, closes: string): TimedRound => ({
  number,
  opensAt: new Date(`${opens}T14:00:00Z`),
  closesAt: new Date(`${closes}T23:00:00Z`),
});
const first = round(1, "2026-03-09", "2026-03-20");
const codes = (one: TimedRound, all: readonly TimedRound[], at: Date | null = now) =>
  planCautions(one, all, at).map(({ code }) => code);

describe("the dates of a plan", () => {
  it("[U31] are told where a round opens before an earlier one closes, be it the order or a day, and not where all is well", () => {
    for (const second of [round(2, "2026-03-20", "2026-04-02"), round(2, "2026-03-03", "2026-03-06")])
      expect(planCautions(second, [first, second], now)).toEqual([
        { code: "opens_before_earlier_closes", values: { number: 2, before: 1 } },
      ]);
    const after = round(2, "2026-03-21", "2026-04-02");
    for (const one of [first, after]) expect(codes(one, [first, after])).toEqual([]);
    const third = round(3, "2026-03-12", "2026-04-02");
    expect(codes(third, [first, after, third])).toEqual(["opens_before_earlier_closes"]);
    expect(codes({ number: 2, opensAt: null, closesAt: null }, [first])).toEqual([]);
  });

  it("[U32] are told where the opening has passed, and where a round would be open for months", () => {
    const past = round(1, "2025-03-09", "2025-03-20");
    expect(codes(past, [past])).toEqual(["opening_planned_past"]);
    expect(codes(past, [past], null)).toEqual([]);
    const slip = round(1, "2026-03-09", "2062-03-20");
    expect(codes(slip, [slip])).toEqual(["open_for_months"]);
  });
});
