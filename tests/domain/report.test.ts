import { describe, expect, it } from "vitest";
import { makeRelease } from "@/domain/disclosure/release";
import { findingsOf } from "@/domain/findings/finding";
import { plainSentence } from "@/domain/findings/sentence";
import type { Report } from "@/domain/report/document";
import { toMarkdown } from "@/domain/report/markdown";
import { reportOf } from "@/domain/report/report";
import { withheldFrom } from "@/domain/report/withheld";
import { worded } from "@/domain/report/wording";
import { english } from "../support/english";
import {
  facts,
  findings,
  items,
  language,
  participation,
  publication,
  questionnaire,
  statement,
} from "../support/report-facts";

const report = reportOf(facts);
const markdown = toMarkdown(report, publication, language);
const sectionOf = (from: Report, id: string) =>
  from.sections.find((section) => section.id === id)?.blocks ?? [];

describe("the report", () => {
  it("[R1] goes from mandate and conduct through findings by agenda question to the method and what is withheld", () => {
    expect(report.sections.map(({ id }) => id)).toEqual([
      "mandate",
      "conduct",
      "summary",
      "summary-convergence",
      "summary-roles",
      "round-1",
      "round-1-question-1",
      "method",
      "measures",
      "round-1-measures",
      "not-in-summary",
      "withheld",
    ]);
  });

  it("[R2] is compiled under the sole responsibility of the co-hosts and claims no consensus", () => {
    expect(markdown).toContain("This report is compiled under the sole responsibility of the co-hosts.");
    expect(markdown).toContain("It does not claim that consensus was reached on any point.");
  });

  it("[R3] prints for each round when it was open, seats invited, credentials issued and replaced, and responses", () => {
    expect(markdown).toContain(
      "| First round, expert level | Monday 10 January 2011, 09:00 in New York (UTC−5) (14:00 UTC) | Friday 14 January 2011, 18:00 in New York (UTC−5) (23:00 UTC) | 64 | 50 | 1 | 42 |",
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
      "“s 2”: all or nearly all were on the same side, so what this leaves is given as a range.",
      "“s 3”: only 4 took a position; 10 are needed for a report.",
      "“Configurations”: some figures are given as a range, as they or their neighbours would tell what one or two participants answered.",
      "“Steps ahead”: nobody took a position; 10 are needed for a report.",
    ]);
  });

  it("[R19] what is withheld tells of a common side of a scale, never of a common answer", () => {
    const of = (counts: number[]) => {
      const tally = { ...items, scale: { kind: "scale" as const, statements: { s0: statement(...counts) } } };
      const made = makeRelease(questionnaire, { responses: 42, items: tally }, participation, {});
      return withheldFrom(findingsOf(questionnaire, made))
        .filter(({ values }) => values.about === "s 0")
        .map((message) => worded(message, language));
    };
    expect(of([0, 1, 0, 10, 20])).toEqual([
      "“s 0”: all or nearly all were on the same side, so what this leaves is given as a range.",
    ]);
    expect(of([0, 1, 30, 0, 0])).toEqual([
      "“s 0”: all or nearly all were on neither side, so what this leaves is given as a range.",
    ]);
  });

  it("[R6] says so when its answers are simulated", () => {
    const simulated = toMarkdown(reportOf({ ...facts, simulated: true }), publication, language);
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
    expect(
      toMarkdown(reportOf({ ...facts, title: "1. *Peace* | [war](x)" }), publication, language),
    ).toContain("# 1\\. \\*Peace\\* \\| \\[war\\](x)");
  });

  it("[R16] opens with what it is, whose it is, when it was published and where it is read", () => {
    expect(markdown.split("\n\n").slice(0, 4)).toEqual([
      "Chair’s summary",
      "# Defence sector reform: the UN’s role",
      "*the UN’s role in \\<b\\>defence\\</b\\> sector reform*",
      [
        "- **Co-hosts**",
        "  - Malaysia",
        "  - the Netherlands",
        "- **Status**: Published 19 January 2011",
        "- **Address**: <https://tour-de-table.example/reports/dsr>",
      ].join("\n"),
    ]);
  });

  it("[R9] emphasises the words of the ladder and nothing else of a finding", () => {
    expect(markdown).toContain(
      "On “s 0”, among those responding, *participants generally supported* the proposition; *however, there was no consensus*.",
    );
  });
});
