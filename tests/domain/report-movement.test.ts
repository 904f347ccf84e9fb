import { describe, expect, it } from "vitest";
import { findingsOf } from "@/domain/findings/finding";
import { plain } from "@/domain/findings/message";
import { movementOf } from "@/domain/findings/movement";
import { divergingBars } from "@/domain/report/chart";
import type { RoundFacts } from "@/domain/report/facts";
import { toMarkdown } from "@/domain/report/markdown";
import { reportOf } from "@/domain/report/report";
import { slopeOf } from "@/domain/report/slope";
import { english } from "../support/english";
import { questionnaireOf, releaseOf, scaleItem } from "../support/release-of";
import { facts, language, publication } from "../support/report-facts";

const [first] = facts.rounds;
if (first === undefined) throw new Error("the facts hold a round");

/** A round of one scale with a statement for each of these counts. */
function round(number: number, ...statements: number[][]): RoundFacts {
  const item = scaleItem(5, statements.length);
  const questionnaire = questionnaireOf(item);
  const release = releaseOf(item, {
    kind: "scale",
    statements: Object.fromEntries(
      statements.map((counts, index) => [`s${index}`, { counts, noPosition: 0, unanswered: 0 }]),
    ),
  });
  return {
    ...first,
    number,
    questionnaire,
    release,
    findings: findingsOf(questionnaire, release),
  } as RoundFacts; // `first` has the rest
}

const even = [10, 10, 10, 10, 10];
const won = [4, 3, 3, 20, 20];
const [before, now] = [round(1, even, even, won), round(2, won, even, [0, 1, 0, 20, 20])];
const report = reportOf({ ...facts, rounds: [before, now] });
const section = report.sections.find(({ id }) => id === "round-2-movement");

describe("movement in the report", () => {
  it("[R23] stands after a later round’s questions: how many shifted, what moved, the chart and its table", () => {
    expect(report.sections.map(({ id }) => id)).not.toContain("round-1-movement");
    expect(section?.blocks.map(({ kind }) => kind)).toEqual([
      "paragraph",
      "item",
      "paragraph",
      "slope",
      "table",
    ]);
    const said = section?.blocks.flatMap((block) =>
      block.kind === "paragraph" ? block.sentences.map((sentence) => plain(sentence, english)) : [],
    );
    expect(said).toEqual([
      "Among 2 statements and options asked in both rounds and shown in both, the share in support shifted on one by ten percentage points or more, and by more than chance among this many answers would explain.",
      "Rounds are compared as wholes. Nobody’s answers can be followed from one round to the next.",
      "On “s 0”, views shifted towards support since the first round (from 40 % to 80 %).",
    ]);
  });

  it("[R23] its table gives both shares, the change with its interval, the change of Cns and the phrase", () => {
    const text = toMarkdown(report, publication, language);
    expect(text).toContain(
      "| a. s 0 | 20 of 50 (40 %) | 40 of 50 (80 %) | \\+40 (+21 to +55) | \\+0.15 | views shifted towards support |",
    );
    expect(text).toContain(
      "| b. s 1 | 20 of 50 (40 %) | 20 of 50 (40 %) | 0 (-19 to +19) | 0.00 | no measurable movement |",
    );
    expect(text).toMatch(
      /\| c\. s 2 \| 40 of 50 \(80 %\) \| all or nearly all \| not given \| not given \| movement cannot be shown \|/,
    );
  });

  const [movement] = movementOf(now, [before]);
  const rows = movement?.kind === "scale" ? movement.rows : [];

  it("[R24] the slope chart joins what both rounds show, heavy for a shift alone, and leaves the rest to the table", () => {
    const { lines, height } = slopeOf(rows, { since: 1, now: 2 });
    expect(
      lines.map(({ letter, shifted, before, now }) => [letter, shifted, before.percent, now.percent]),
    ).toEqual([
      ["a", true, 40, 80],
      ["b", false, 40, 40],
    ]);
    // Twelve lines at one height: their words stand apart and within the drawing.
    const crowd = Array.from({ length: 12 }, (_, index) => ({
      ...(rows[0] ?? []),
      id: `s${index}`,
    })) as typeof rows;
    const drawn = slopeOf(crowd, { since: 1, now: 2 });
    const words = drawn.lines.map(({ now }) => now.wordsY).sort((a, b) => a - b);
    for (const [index, y] of words.entries()) {
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(drawn.height);
      if (index > 0) expect(y - (words[index - 1] ?? 0)).toBeGreaterThanOrEqual(16.9);
    }
    expect(height).toBeGreaterThan(0);
  });

  it("[R25] rings mark where the totals stood, on the scale of the bars", () => {
    const scale = now.findings.filter((finding) => finding.kind === "scale");
    const bars = divergingBars(scale, new Map([["s0", { for: 0.4, against: null }]]));
    const [one, two] = bars.rows;
    const total =
      one?.segments.filter(({ side }) => side === "for").reduce((sum, { width }) => sum + width, 0) ?? 0;
    expect(((one?.before?.for ?? 0) - bars.zero) / total).toBeCloseTo(0.5, 2);
    expect(one?.before?.against).toBeNull();
    expect(two).not.toHaveProperty("before");
  });
});
