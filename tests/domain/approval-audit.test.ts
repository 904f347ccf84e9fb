import { describe, expect, it } from "vitest";
import { approvalMarks, approvalRanges } from "@/domain/disclosure/approval-auditor";
import { sumsOf } from "../support/reader";

const N = 10;
const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);

function expectRange(values: ReadonlySet<number>, [from, to]: readonly [number, number], what: string) {
  expect({ from, to }, what).toEqual({ from: Math.min(...values), to: Math.max(...values) });
}

describe("an approval with a minimum or maximum", () => {
  const subsets = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => [bits & 1, (bits >> 1) & 1, (bits >> 2) & 1]);

  it.each([
    [1, 1],
    [0, 1],
    [2, 2],
    [1, 2],
    [0, 3],
  ])("[D11] keeps two values or more for every hidden option: from %i to %i of three", (minimum, maximum) => {
    const answers = subsets.filter((answer) => sum(answer) >= minimum && sum(answer) <= maximum);
    const bounds = { least: N * minimum, most: N * maximum };
    const reachable = sumsOf(answers, N);
    const seen = new Set<string>();
    for (const yes of reachable) {
      const marks = approvalMarks(yes, N, bounds);
      if (seen.has(String(marks))) continue;
      seen.add(String(marks));
      const ranges = approvalRanges(marks, N, bounds);
      const nothing = marks.every((mark) => mark === "hidden");
      const possible = reachable.filter((other) =>
        marks.every((mark, index) => {
          const count = other[index] ?? -1;
          if (typeof mark === "number") return count === mark;
          if (mark === "hidden") return nothing || (count >= 3 && count <= N - 3);
          return mark === "nearlyAllYes" ? count >= N - 2 : count <= 2;
        }),
      );
      for (const [index, mark] of marks.entries()) {
        if (typeof mark === "number") continue;
        const values = new Set(possible.map((other) => other[index] ?? -1));
        expect(values.size, `${yes} as ${marks}`).toBeGreaterThan(1);
        expectRange(values, ranges[index] ?? [0, 0], `${yes} as ${marks}`);
      }
    }
  });

  it("[D11] hides one more option where the sum would tell the last", () => {
    const bounds = { least: 20, most: 20 };
    expect(approvalMarks([10, 7, 3, 0], 20, bounds)).toEqual([10, "hidden", 3, "nearlyAllNo"]);
    expect(approvalMarks([10, 8, 2, 0], 20, bounds)).toEqual([10, 8, "nearlyAllNo", "nearlyAllNo"]);
    expect(approvalMarks([10, 7, 3, 0], 20, { least: 0, most: 80 })).toEqual([10, 7, 3, "nearlyAllNo"]);
  });

  it("[D48] takes a hidden option for one that could be shown, unless nothing is", () => {
    const two = { least: 20, most: 20 };
    // Were the first 7 hidden, it could not be 8 or 9, which read "all or nearly all", so that the last would be 2.
    expect(approvalMarks([7, 7, 4, 2], N, two)).toEqual([7, 7, "hidden", "nearlyAllNo"]);
    expect(approvalRanges([7, 7, "hidden", "nearlyAllNo"], N, two)[2]).toEqual([4, 6]);
    expect(approvalRanges(["hidden", "hidden"], N, { least: 0, most: 20 })).toEqual([
      [0, 10],
      [0, 10],
    ]);
  });
});
