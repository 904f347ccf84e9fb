import { describe, expect, it } from "vitest";
import { divergingBars } from "@/domain/report/chart";
import { figuresTable } from "@/domain/report/figures";
import { worded } from "@/domain/report/wording";
import { findings, language } from "../support/report-facts";

describe("figures", () => {
  const scale = findings.filter((finding) => finding.kind === "scale");

  it("[R10] a statement that hides its categories gives its sides, a range for what is hidden, and too few as such", () => {
    const table = figuresTable("t", scale);
    const rows = table?.rows.map(({ cells }) => cells.map((cell) => worded(cell, language)).join(" · "));
    expect(rows).toEqual([
      "6 · 3 · 3 · 10 · 20 · 9 · 30 · 1 · 2 · 42",
      "in the total · in the total · 3 · in the total · in the total · one or two · 29 or 30 (not shown) · 1 · 2 · 34",
      "in the total · in the total · 0 to 2 (not shown) · in the total · in the total · 0 to 2 (not shown) · all or nearly all · 1 · 2 · 31",
      "too few · too few · too few · too few · too few · too few · too few · 1 · 2 · 4",
    ]);
    expect(rows?.every((row) => row.split(" · ").length + 1 === table?.columns.length)).toBe(true);
  });

  it("[R11] bars grow from one zero line, opposed to the start and in support to the end, within the drawing", () => {
    const { zero, rows } = divergingBars(scale);
    for (const { segments } of rows)
      for (const { side, x, width } of segments) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(100);
        expect(side === "for" ? x >= zero - 0.01 : x + width <= zero + 0.01).toBe(true);
      }
  });

  it("[R12] shares are to one scale on both sides, and a hidden count has a fixed width", () => {
    const [first, second, third, fourth] = divergingBars(scale).rows;
    const widths = first?.segments.map(({ width, share }) => [width, share]);
    const perAnswer = (widths?.[0]?.[0] ?? 0) / 3;
    expect(first?.segments.map(({ width }) => Math.round(width / perAnswer))).toEqual([3, 6, 10, 20]);
    expect(second?.segments.map(({ hidden, width, share }) => ({ hidden, width, share }))).toEqual([
      { hidden: true, width: 2.6, share: null },
      { hidden: true, width: 2.6, share: null },
    ]);
    expect(third?.segments.at(-1)).toMatchObject({ hidden: true, side: "for", share: null });
    expect(fourth?.segments).toEqual([]);
  });

  it("[R13] what counts for neither side stands apart", () => {
    const drawn = divergingBars(scale).rows[0]?.segments.map(({ category }) => category);
    expect(drawn).toEqual(["category 1", "category 0", "category 3", "category 4"]);
    expect(divergingBars(scale).rows[0]?.neither).toEqual({ kind: "count", count: 3 });
  });
});
