import { describe, expect, it } from "vitest";
import { makeRelease } from "@/domain/disclosure/release";
import { findingsOf } from "@/domain/findings/finding";
import { plainSentence } from "@/domain/findings/sentence";
import { divergingBars } from "@/domain/report/chart";
import type { Report } from "@/domain/report/document";
import type { ReportFacts } from "@/domain/report/facts";
import { figuresTable } from "@/domain/report/figures";
import { toMarkdown } from "@/domain/report/markdown";
import { reportOf } from "@/domain/report/report";
import { worded } from "@/domain/report/wording";
import { emptyTally, type ItemTally } from "@/domain/tally/tally";
import { english } from "../support/english";
import {
  approvalItem,
  approvalTally,
  choiceItem,
  choiceTally,
  questionnaireOf,
  rankingItem,
  scaleItem,
  textItem,
} from "../support/release-of";

const language = { translate: english, locale: "en-GB" };
const questionnaire = questionnaireOf(
  scaleItem(5, 4),
  choiceItem(3),
  approvalItem(3),
  rankingItem(3),
  textItem,
);
const statement = (...counts: number[]) => ({ counts, noPosition: 1, unanswered: 2 });
const items: Record<string, ItemTally> = {
  ...emptyTally(questionnaire).items,
  scale: {
    kind: "scale",
    statements: {
      s0: statement(6, 3, 3, 10, 20),
      s1: statement(0, 1, 3, 10, 20),
      s2: statement(0, 1, 0, 10, 20),
      s3: statement(0, 1, 0, 1, 2),
    },
  },
  choice: choiceTally([10, 9, 3]),
  approval: approvalTally([30, 10, 1], 35),
};
const participation = { invited: 64, issued: 50, replaced: 1 };
const release = makeRelease(questionnaire, { responses: 42, items }, participation, {});
const findings = findingsOf(questionnaire, release);

const facts: ReportFacts = {
  title: "Defence sector reform: the UN’s role",
  slug: "dsr",
  subject: "the UN’s role in <b>defence</b> sector reform",
  coHosts: ["Malaysia", "the Netherlands"],
  rule: "Chatham House Rule: *no* names",
  fingerprint: "abandon ability able about above absent",
  simulated: false,
  rounds: [
    {
      number: 1,
      level: "expert",
      opensAt: "2011-01-10T14:00:00.000Z",
      closesAt: "2011-01-14T23:00:00.000Z",
      closedAt: "2011-01-14T23:00:00.000Z",
      timeZone: "America/New_York",
      questionnaire,
      release,
      findings,
    },
  ],
};
const report = reportOf(facts);
const markdown = toMarkdown(report, language);
const sectionOf = (from: Report, id: string) =>
  from.sections.find((section) => section.id === id)?.blocks ?? [];

describe("the report", () => {
  it("[R1] goes from mandate and conduct through findings by agenda question to the method and what is withheld", () => {
    expect(report.sections.map(({ id }) => id)).toEqual([
      "mandate",
      "conduct",
      "round-1",
      "round-1-question-1",
      "method",
      "withheld",
    ]);
  });

  it("[R2] is compiled under the sole responsibility of the co-hosts and claims no consensus", () => {
    expect(markdown).toContain("This report is compiled under the sole responsibility of the co-hosts.");
    expect(markdown).toContain("It does not claim that consensus was reached on any point.");
  });

  it("[R3] prints for each round when it was open, seats invited, credentials issued and replaced, and responses", () => {
    expect(markdown).toContain(
      "| First round, expert level | 10 January 2011 at 09:00 (New York, GMT-5) | 14 January 2011 at 18:00 (New York, GMT-5) | 64 | 50 | 1 | 42 |",
    );
    expect(markdown).toContain("abandon ability able about above absent");
  });

  it("[R4] holds every finding, with the figures it rests on", () => {
    const blocks = sectionOf(report, "round-1-question-1");
    expect(blocks.flatMap((block) => (block.kind === "finding" ? [block.finding] : []))).toEqual(findings);
    const tables = blocks.flatMap((block) => (block.kind === "table" ? [block.table.id] : []));
    expect(tables).toEqual(["round-1-scale", "round-1-choice", "round-1-approval", "round-1-ranking"]);
    for (const finding of findings)
      expect(markdown.replaceAll(/[*\\]/g, "")).toContain(plainSentence(finding, english));
  });

  it("[R5] prints the ladder in force and the rules of disclosure, and says what is withheld and why", () => {
    expect(markdown).toContain(
      "| participants widely agreed | 80 % or more in favour, and 10 % or fewer opposed |",
    );
    expect(markdown).toContain("one and two read “one or two”");
    const [, list] = sectionOf(report, "withheld");
    const entries = list?.kind === "list" ? list.entries.map((entry) => worded(entry, language)) : [];
    expect(entries).toEqual([
      "“s 1”: some figures are given as a range, as they or their neighbours would tell what one or two participants answered.",
      "“s 2”: all or nearly all gave the same answer, so no other figure is shown.",
      "“s 3”: only 4 took a position; 10 are needed for a report.",
      "“Configurations”: some figures are given as a range, as they or their neighbours would tell what one or two participants answered.",
      "“Steps ahead”: nobody took a position; 10 are needed for a report.",
    ]);
  });

  it("[R6] says so when its answers are simulated", () => {
    const simulated = toMarkdown(reportOf({ ...facts, simulated: true }), language);
    expect(simulated).toContain("All answers in this report are simulated.");
    expect(markdown).not.toContain("simulated");
  });

  it("[R7] is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe("Markdown", () => {
  it("[R8] takes the hosts' words as text, never as mark-up", () => {
    expect(markdown).toContain("\\<b\\>defence\\</b\\>");
    expect(toMarkdown(reportOf({ ...facts, title: "1. *Peace* | [war](x)" }), language)).toContain(
      "# 1\\. \\*Peace\\* \\| \\[war\\](x)",
    );
  });

  it("[R9] emphasises the words of the ladder and nothing else of a finding", () => {
    expect(markdown).toContain(
      "On “s 0”, among those responding, *participants generally supported* the proposition; *however, there was no consensus*.",
    );
  });
});

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
