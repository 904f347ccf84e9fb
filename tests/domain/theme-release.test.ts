import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangeOf } from "@/domain/disclosure/cell";
import { makeThemeRelease, parseThemeRelease } from "@/domain/disclosure/release";
import { themeTable } from "@/domain/disclosure/themes";

const countedOf = (counts: readonly number[]) =>
  counts.map((count, index) => ({ id: `theme-${index}`, wording: `Point ${index}`, count }));

describe("the release of an item's themes", () => {
  it("[C6] shows how many answered, and no theme, where fewer than ten did", () => {
    expect(themeTable(countedOf([9, 4]), 9)).toEqual({ kind: "tooFew", answered: 9 });
  });

  it("[C7] shows counts from three on, the most raised first, and pools what one or two raised without its wording", () => {
    const table = themeTable(countedOf([2, 3, 0, 11, 1]), 34);
    expect(table).toMatchObject({
      pooled: true,
      themes: [
        { id: "theme-3", raised: { kind: "count", count: 11 } },
        { id: "theme-1", raised: { kind: "count", count: 3 } },
      ],
    });
    expect(JSON.stringify(table)).not.toMatch(/Point [024]/);
    expect(themeTable(countedOf([3, 0]), 34)).toMatchObject({ pooled: false });
  });

  it("[C8] tells of a theme that all but two or fewer raised no more than that", () => {
    for (const count of [18, 19, 20])
      expect(themeTable(countedOf([count]), 20)).toMatchObject({
        themes: [{ raised: { kind: "allOrNearlyAll", from: 18, to: 20 } }],
      });
    expect(themeTable(countedOf([17]), 20)).toMatchObject({ themes: [{ raised: { count: 17 } }] });
  });

  it("[C9] leaves every count that it hides at least two values, whatever a reader knows of the other themes", () => {
    // Every way in which three themes can be raised by eleven answers. An answer may raise any number of themes or none, so
    // that each triple of counts is possible; whatever reads alike could be any of what reads so.
    const answered = 11;
    const all = Array.from({ length: answered + 1 }, (_, count) => count);
    const alike = new Map<string, number[][]>();
    for (const a of all)
      for (const b of all)
        for (const c of all) {
          const shown = JSON.stringify(themeTable(countedOf([a, b, c]), answered));
          alike.set(shown, [...(alike.get(shown) ?? []), [a, b, c]]);
        }
    for (const [shown, possible] of alike)
      for (const counts of possible)
        for (const [index, count] of counts.entries()) {
          if (shown.includes(`"id":"theme-${index}"`) && !/allOrNearlyAll/.test(shown)) continue;
          const hidden = count === 1 || count === 2 || count >= answered - 2;
          // The reader may know every other count exactly.
          const others = possible.filter((one) =>
            one.every((value, at) => at === index || value === counts[at]),
          );
          if (hidden) expect(new Set(others.map((one) => one[index])).size).toBeGreaterThanOrEqual(2);
        }
  });

  it("[C9] no more so where the answers themselves are drawn, each with any of the themes", () => {
    const theme = fc.subarray([0, 1, 2, 3]);
    fc.assert(
      fc.property(fc.array(theme, { minLength: 10, maxLength: 30 }), (answers) => {
        const counts = [0, 1, 2, 3].map((one) => answers.filter((themes) => themes.includes(one)).length);
        const table = themeTable(countedOf(counts), answers.length);
        if (table.kind === "tooFew") throw new Error("ten or more answered");
        for (const { id, raised } of table.themes) {
          const [from, to] = rangeOf(raised);
          const count = counts[Number(id.slice(-1))] ?? -1;
          expect(from <= count && count <= to).toBe(true);
          expect(count).toBeGreaterThanOrEqual(3);
        }
        expect(table.pooled).toBe(counts.some((count) => count === 1 || count === 2));
      }),
    );
  });

  it("[C10] is read back as it was stored, and nothing else is", () => {
    const counted = [{ id: randomUUID(), wording: "Be open about cost", count: 11 }];
    const release = makeThemeRelease(counted, 34);
    const stored = JSON.stringify(release);
    expect(parseThemeRelease(JSON.parse(stored))).toEqual(release);
    for (const count of [1, 2, 32, 33])
      expect(() => parseThemeRelease(JSON.parse(stored.replace('"count":11', `"count":${count}`)))).toThrow();
  });
});
