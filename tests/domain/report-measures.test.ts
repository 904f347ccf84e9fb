import { describe, expect, it } from "vitest";
import type { Finding } from "@/domain/findings/finding";
import { findingsOf } from "@/domain/findings/finding";
import type { Item } from "@/domain/questionnaire/item";
import type { ReportTable } from "@/domain/report/document";
import { measureTables } from "@/domain/report/measures";
import { worded } from "@/domain/report/wording";
import type { ItemTally } from "@/domain/tally/tally";
import { rankingTallyOf } from "../support/ballots";
import {
  approvalItem,
  approvalTally,
  choiceItem,
  choiceTally,
  questionnaireOf,
  rankingItem,
  releaseOf,
  scaleItem,
  scaleTally,
  textItem,
} from "../support/release-of";
import { language } from "../support/report-facts";

const findings = (item: Item, tally: ItemTally, seats = 60): Finding[] =>
  findingsOf(questionnaireOf(item), releaseOf(item, tally, seats));

/** A table as its reader sees it: a line per row. */
const linesOf = ({ columns, rows }: ReportTable): string[] =>
  rows.map(({ heading, cells }) => {
    expect(cells.length + 1).toBe(columns.length);
    return [heading, ...cells].map((cell) => worded(cell, language).replaceAll("\u00a0", " ")).join(" | ");
  });
const tablesOf = (item: Item, tally: ItemTally, seats?: number) =>
  measureTables("m", findings(item, tally, seats)).map(linesOf);

describe("measures in words", () => {
  it("[R20] a scale gives its middle, its spread and its measures, and what the silent could change", () => {
    expect(tablesOf(scaleItem(5), scaleTally([4, 6, 10, 12, 8]))).toEqual([
      [
        "s 0 | between category 2 and category 3 | between category 1 and category 2 to category 3 (1.5) | 0.25 (0.38) | 0.52 | 0.53 | 33 to 67 %",
      ],
    ]);
    // Everybody answered: there is no such uncertainty.
    expect(tablesOf(scaleItem(5), scaleTally([4, 6, 10, 12, 8]), 40)[0]?.[0]).toMatch(/nobody was silent$/);
    // Half below, half above.
    expect(tablesOf(scaleItem(4), scaleTally([10, 10, 10, 10]))[0]?.[0]).toMatch(
      /^s 0 \| between category 1 and category 2 \| between category 0 and category 1 to between category 2 and category 3 \(2\) \|/,
    );
  });

  it("[R21] a measure that needs a hidden count is not given; the bounds go by what may be known of it", () => {
    expect(tablesOf(scaleItem(3), scaleTally([9, 1, 10]), 40)).toEqual([
      [`s 0 | ${Array.from({ length: 5 }, () => "not given").join(" | ")} | 25 to 75 %`],
    ]);
    expect(tablesOf(choiceItem(3), choiceTally([10, 1, 9]))).toEqual([
      [
        "Lead of the first option over the second | not given",
        "Entropy in bits, at most 1.58 | not given",
        "Polarization after Reynal-Querol, 0 to 1 | not given",
      ],
    ]);
  });

  it("[R20] a choice gives its lead, entropy and polarization; an approval its shares and leads in order", () => {
    expect(tablesOf(choiceItem(3), choiceTally([20, 10, 10]))).toEqual([
      [
        "Lead of the first option over the second | 25.0 points",
        "Entropy in bits, at most 1.58 | 1.50",
        "Polarization after Reynal-Querol, 0 to 1 | 0.88",
      ],
    ]);
    expect(tablesOf(approvalItem(3), approvalTally([12, 30, 6], 40), 40)).toEqual([
      [
        "o 1 | 75.0 % | 45.0 points | nobody was silent",
        "o 0 | 30.0 % | 15.0 points | nobody was silent",
        "o 2 | 15.0 % | none follows | nobody was silent",
      ],
    ]);
  });

  it("[R22] a ranking gives its order with ties, then how far it is shared", () => {
    const of = (weight: number, ...ids: string[]) => ({ weight, places: ids.map((id) => [id]) });
    const tally = rankingTallyOf(
      ["o0", "o1", "o2"],
      [of(12, "o0", "o1", "o2"), of(12, "o1", "o0", "o2"), of(3, "o2", "o0", "o1"), of(3, "o2", "o1", "o0")],
    );
    expect(tablesOf(rankingItem(3), tally)).toEqual([
      ["o 0 | 1, shared | 39", "o 1 | 1, shared | 39", "o 2 | 3 | 12"],
      [
        "Rankings that place every option, or all but one | 30",
        "Kendall’s W among these, 0 to 1 | 0.27",
        "χ² | 16.2, 2 degrees of freedom",
        "p | below 0.001",
        "Option that beats every other in pairs | none",
        "Kemeny’s order (worked out for up to eight options) | the same order",
      ],
    ]);
    const hidden = rankingTallyOf(
      ["o0", "o1", "o2"],
      [of(20, "o0", "o1", "o2"), of(10, "o1", "o0", "o2"), of(1, "o2", "o1", "o0")],
    );
    expect(tablesOf(rankingItem(3), hidden)[1]).toEqual([
      "Rankings that place every option, or all but one | not given",
      "Kendall’s W among these, 0 to 1 | 0.5 or more",
      "χ² | not given",
      "p | below 0.05",
      "Option that beats every other in pairs | not given",
      "Kemeny’s order (worked out for up to eight options) | not given",
    ]);
  });

  it("[R21] too few and open answers have no measures", () => {
    expect(tablesOf(scaleItem(5), scaleTally([1, 1, 1, 1, 1]))).toEqual([]);
    const text: ItemTally = {
      kind: "text",
      answered: { mayBeReflected: 20, notToBeReflected: 0 },
      unanswered: 0,
    };
    expect(tablesOf(textItem, text)).toEqual([]);
  });
});
