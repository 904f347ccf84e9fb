import { describe, expect, it } from "vitest";
import { findingsOf } from "@/domain/findings/finding";
import { type Message, plain as wordedPlainly } from "@/domain/findings/message";
import { movementOf } from "@/domain/findings/movement";
import { divergingBars } from "@/domain/report/chart";
import type { RoundFacts } from "@/domain/report/facts";
import { toMarkdown } from "@/domain/report/markdown";
import { movementMessages, openingMessages } from "@/domain/report/movement";
import { reportOf } from "@/domain/report/report";
import { slopeOf } from "@/domain/report/slope";
import { rankingTallyOf } from "../support/ballots";
import { english } from "../support/english";
import { questionnaireOf, rankingItem, releaseOf, scaleItem } from "../support/release-of";
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

/** A sentence as one reads it, its spaces alike. */
const plain = (message: Message, translate: typeof english) =>
  wordedPlainly(message, translate).replaceAll("\u00a0", " ");

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
      "Among 2 statements and options asked in both rounds and shown in both, the share in support shifted on one by ten percentage points or more, with a 95 % interval of the change that excludes 0. Among forty comparisons one or two may do so by chance.",
      "Rounds are compared as wholes. Nobody’s answers can be followed from one round to the next. Changes are worked out before rounding; the change of Cns is taken over the totals in favour, on neither side and opposed where categories are not shown.",
      "On “s 0”, views shifted towards support since the first round (from 40 % to 80 %).",
    ]);
  });

  it("[R23] its table gives both shares, the change with its interval, the change of Cns and the phrase", () => {
    const text = toMarkdown(report, publication, language).replaceAll("\u00a0", " ");
    expect(text).toContain(
      "| a. s 0 | 20 of 50 (40 %) | 40 of 50 (80 %) | \\+40.0 (+21.0 to +55.2) | \\+0.15 | views shifted towards support |",
    );
    expect(text).toContain(
      "| b. s 1 | 20 of 50 (40 %) | 20 of 50 (40 %) | 0.0 (-18.6 to +18.6) | 0.00 | no measurable movement |",
    );
    expect(text).toMatch(
      /\| c\. s 2 \| 40 of 50 \(80 %\) \| all or nearly all \| not given \| not given \| movement cannot be shown \|/,
    );
  });

  it("[R27] where nothing moved it says what was measured, what could not be, or some of either", () => {
    const said = (earlier: number[][], later: number[][]) =>
      movementOf(round(2, ...later), [round(1, ...earlier)]).flatMap((moved) =>
        movementMessages(moved).map((sentence) => plain(sentence, english)),
      );
    const about = "On “How far do you support each?”,";
    const hidden = [0, 1, 0, 20, 20];
    // Those on neither side are one or two: in favour is shown, the rest is not, and with it Cns.
    const noCns = [6, 4, 2, 18, 20];
    expect(said([even, won], [even, won])).toEqual([
      `${about} nothing shifted, converged or diverged measurably since the first round.`,
    ]);
    expect(said([noCns], [noCns])).toEqual([
      `${about} support did not shift measurably since the first round.`,
    ]);
    expect(said([hidden], [even])).toEqual([
      `${about} movement since the first round cannot be shown, as figures are withheld in one round or both.`,
    ]);
    expect(said([hidden, even], [even, even])).toEqual([
      `${about} support did not shift measurably since the first round where it is shown; some figures are withheld.`,
    ]);
  });

  it("[R27] a ranking says whether the options of both rounds stand in the same order", () => {
    const ranked = (...order: string[]) => ({ places: order.map((id) => [id]), weight: 10 });
    const of = (number: number, ...rankings: ReturnType<typeof ranked>[]) => {
      const item = rankingItem(3);
      return {
        ...now,
        number,
        questionnaire: questionnaireOf(item),
        release: releaseOf(item, rankingTallyOf(["o0", "o1", "o2"], rankings)),
      };
    };
    const [abc, bca, cab] = [ranked("o0", "o1", "o2"), ranked("o1", "o2", "o0"), ranked("o2", "o0", "o1")];
    const one = of(1, abc, abc, bca);
    const said = (later: ReturnType<typeof of>) => {
      const movements = movementOf(later, [one]);
      expect(openingMessages(movements).map(({ key }) => key)).toEqual(["movement.asWhole"]);
      return movements.flatMap((moved) =>
        movementMessages(moved).map((sentence) => plain(sentence, english)),
      );
    };
    expect(said(of(2, abc, abc, bca))).toEqual([
      "On “Steps ahead”, the places worked out pair by pair are the same as in the first round, among the options ranked in both.",
    ]);
    expect(said(of(2, cab, cab, abc))).toEqual([
      "On “Steps ahead”, the places worked out pair by pair are not the same as in the first round, among the options ranked in both.",
    ]);
    // Nine answers are too few to report.
    expect(said(of(2, { ...abc, weight: 9 }))).toEqual([
      "On “Steps ahead”, the places worked out pair by pair cannot be compared with the first round, as figures are withheld in one round or both.",
    ]);
  });

  const [movement] = movementOf(now, [before]);
  const rows = movement?.kind === "scale" ? movement.rows : [];

  it("[R24] the slope chart joins what both rounds show, heavy for a shift alone, and leaves the rest to the table", () => {
    const { lines, undrawn } = slopeOf(rows, { since: 1, now: 2 });
    expect(undrawn.map(({ letter }) => letter)).toEqual(["c"]);
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
  });

  it("[R24] letters are those of the item as it is asked, whatever is new among its statements", () => {
    const item = {
      ...scaleItem(5, 2),
      statements: [
        { id: "s9", text: "new" },
        { id: "s0", text: "s 0" },
      ],
    };
    const statements = { s9: even, s0: won };
    const tally = {
      kind: "scale" as const,
      statements: Object.fromEntries(
        Object.entries(statements).map(([id, counts]) => [id, { counts, noPosition: 0, unanswered: 0 }]),
      ),
    };
    const later = { ...now, questionnaire: questionnaireOf(item), release: releaseOf(item, tally) };
    const [moved] = movementOf(later, [before]);
    expect(
      moved?.kind === "scale" && slopeOf(moved.rows, { since: 1, now: 2 }).lines.map(({ letter }) => letter),
    ).toEqual(["b"]);
  });

  it("[R25] rings mark where the totals stood, on the scale of the bars", () => {
    const scale = now.findings.filter((finding) => finding.kind === "scale");
    const bars = divergingBars(scale, new Map([["s0", 0.4]]));
    const [one, two] = bars.rows;
    const total =
      one?.segments.filter(({ side }) => side === "for").reduce((sum, { width }) => sum + width, 0) ?? 0;
    expect(((one?.before ?? 0) - bars.zero) / total).toBeCloseTo(0.5, 2);
    expect(two).not.toHaveProperty("before");
  });
});
