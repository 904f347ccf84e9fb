import { describe, expect, it } from "vitest";
import { movementPhrase } from "@/domain/consensus/ladder/movement";
import { newcombeDifference } from "@/domain/consensus/newcombe";
import { consensus } from "@/domain/consensus/tastle-wierman";
import { movementOf, type ShownRound } from "@/domain/findings/movement";
import type { Item } from "@/domain/questionnaire/item";
import { allTables } from "../support/reader";
import { scaleItem, scaleTally, textItem } from "../support/release-of";
import { moved, shownRound } from "../support/shown-rounds";

const scale = (number: number, counts: number[], item: Item = scaleItem(counts.length)) =>
  shownRound(number, item, scaleTally(counts));

function rowOf(before: ShownRound, now: ShownRound) {
  const movement = moved(before, now);
  const [row] = movement.kind === "ranking" ? [] : movement.rows;
  if (row === undefined) throw new Error("the statement is carried over");
  return row;
}

describe("movement of a scale", () => {
  it("[F52] is a shift where the share moved by ten points or more and the interval excludes nought", () => {
    const towards = rowOf(scale(1, [10, 10, 10, 10, 10]), scale(2, [4, 3, 3, 20, 20]));
    expect(towards.key).toBe("shiftedTowards");
    // Of 50 each: from 40 to 80 per cent.
    expect(towards.change?.difference).toBeCloseTo(0.4, 12);
    expect(towards.change?.low).toBeGreaterThan(0);
    expect(rowOf(scale(1, [4, 3, 3, 20, 20]), scale(2, [10, 10, 10, 10, 10])).key).toBe("shiftedAway");
  });

  it("[F53] else it converged or diverged by five hundredths of Cns, over the categories that both rounds show", () => {
    const [wide, narrow] = [
      [15, 5, 10, 5, 15],
      [3, 17, 10, 17, 3],
    ];
    expect(rowOf(scale(1, wide), scale(2, narrow)).key).toBe("converged");
    const apart = rowOf(scale(1, narrow), scale(2, wide));
    expect(apart.key).toBe("diverged");
    expect(apart.dCns).toBeCloseTo((consensus(wide) ?? 0) - (consensus(narrow) ?? 0), 12);
    expect(rowOf(scale(1, wide), scale(2, wide)).key).toBe("unchanged");
  });

  it("[F53] Cns is over the sides where only those are shown in both, and else not given", () => {
    // A category of one: the sides alone, 20, 10 and 20 in both.
    const sides = rowOf(scale(1, [1, 19, 10, 5, 15]), scale(2, [5, 15, 10, 19, 1]));
    expect(sides).toMatchObject({ dCns: 0, key: "unchanged" });
    // One or two on neither side hide one of the others too; those in favour are shown, the rest is not.
    const hidden = rowOf(scale(1, [6, 4, 2, 18, 20]), scale(2, [6, 4, 2, 18, 20]));
    expect(hidden).toMatchObject({ dCns: null, key: "noShiftShown", before: { cell: { count: 38 } } });
    // Another width of scale, and a scale without a middle.
    expect(rowOf(scale(1, [5, 5, 10, 10, 10]), scale(2, [5, 5, 5, 5, 5, 5, 10])).dCns).not.toBeNull();
    expect(rowOf(scale(1, [10, 10, 10, 10]), scale(2, [10, 5, 10, 5, 10])).dCns).toBeNull();
  });

  it("[F54] where either round hides those in favour, or has too few, no movement is shown", () => {
    const shown = [4, 3, 3, 20, 20];
    const nearlyAll = [0, 1, 0, 20, 20];
    for (const [before, now] of [
      [nearlyAll, shown],
      [shown, nearlyAll],
      [shown, [1, 1, 1, 1, 1]],
    ]) {
      const row = rowOf(scale(1, before ?? []), scale(2, now ?? []));
      expect(row).toMatchObject({ key: "movementNotShown", change: null });
    }
  });

  it("[F55] tells apart no two pairs of rounds that their releases show alike", () => {
    const fixed = scale(2, [4, 3, 3]);
    const said = new Map<string, string>();
    for (const counts of allTables(3, 14)) {
      const before = scale(1, counts);
      const shown = JSON.stringify(before.release.items);
      const words = JSON.stringify(movementOf(fixed, [before]));
      expect(said.get(shown) ?? words, String(counts)).toBe(words);
      said.set(shown, words);
    }
    expect(said.size).toBeLessThan(allTables(3, 14).length);
  });

  it("[F56] a statement of another wording is said to be reworded, and one that is new does not move", () => {
    const counts = [10, 10, 10, 10, 10];
    const item = scaleItem(5);
    const reworded = { ...item, statements: [{ id: "s0", text: "put otherwise" }] };
    const renamed = { ...item, statements: [{ id: "s9", text: "s 0" }] };
    expect(rowOf(scale(1, counts), scale(2, counts)).reworded).toBe(false);
    expect(rowOf(scale(1, counts), scale(2, counts, reworded)).reworded).toBe(true);
    expect(
      movementOf(
        shownRound(2, renamed, {
          kind: "scale",
          statements: { s9: { counts, noPosition: 0, unanswered: 0 } },
        }),
        [scale(1, counts)],
      ),
    ).toEqual([]);
  });

  it("[F57] compares with the last earlier round that asked the item", () => {
    const [first, second] = [scale(1, [10, 10, 10, 10, 10]), scale(2, [4, 3, 3, 20, 20])];
    const third = scale(3, [4, 3, 3, 20, 20]);
    expect(movementOf(third, [first, second])).toMatchObject([{ since: 2, rows: [{ key: "unchanged" }] }]);
    const between: ShownRound = shownRound(2, textItem, {
      kind: "text",
      answered: { mayBeReflected: 0, notToBeReflected: 0 },
      unanswered: 3,
    });
    expect(movementOf(third, [first, between])).toMatchObject([
      { since: 1, rows: [{ key: "shiftedTowards" }] },
    ]);
  });

  it("[F59] exactly one row of movement holds for any figures", () => {
    for (let x1 = 0; x1 <= 20; x1 += 1)
      for (let x2 = 0; x2 <= 30; x2 += 1) {
        const [low = 0, high = 0] = newcombeDifference({ x: x2, n: 30 }, { x: x1, n: 20 }) ?? [];
        // Ten points are 60 of 600.
        const points = 20 * x2 - 30 * x1;
        const shifts = Math.abs(points) >= 60 && (low > 0 || high < 0);
        const rows = (dCns: number | null): [string, boolean][] => [
          ["shiftedTowards", shifts && points > 0],
          ["shiftedAway", shifts && points < 0],
          ["converged", !shifts && dCns !== null && dCns >= 0.05],
          ["diverged", !shifts && dCns !== null && dCns <= -0.05],
          ["unchanged", !shifts && dCns !== null && Math.abs(dCns) < 0.05],
          ["noShiftShown", !shifts && dCns === null],
        ];
        for (const dCns of [null, -0.3, -0.05, -0.049, 0, 0.05, 0.2]) {
          const holding = rows(dCns).filter(([, holds]) => holds);
          expect(holding.map(([key]) => key)).toEqual([movementPhrase({ x1, n1: 20, x2, n2: 30, dCns })]);
        }
      }
  });
});
