import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Section } from "@/domain/report/document";
import { findingKey } from "@/domain/report/evidence";
import { reportOf } from "@/domain/report/report";
import { withSummary } from "@/domain/report/summary";
import { type Arrangement, EMPTY_ARRANGEMENT } from "@/domain/summary/arrangement";
import { withText } from "@/domain/summary/arranging";
import { draftArrangement } from "@/domain/summary/draft";
import { facts } from "../support/report-facts";
import { act, acted } from "../support/summary-acts";
import { basisOf, roundOf, themeOf } from "../support/summary-basis";

describe("the summary in the report", () => {
  const text = { kind: "text", id: "0123456789", text: "First of all.\n\nThen the rest." } as const;
  const rounds = [roundOf(1), roundOf(2)];
  const evidence = [...basisOf(rounds).evidence, themeOf(2, "q1", "cost")];
  const arrangement = withText(draftArrangement({ evidence, asked: rounds }), text, "convergence", 0);
  const part = (id: string): Section[] => [{ id, heading: id, level: 2, blocks: [] }];
  const parts = { paper: part("paper"), notReflected: part("not-reflected") };
  const report = reportOf({ ...facts, rounds, evidence, arrangement, nextSteps: "A round in May.", parts });
  const section = (id: string) => report.sections.find((each) => each.id === id)?.blocks ?? [];

  it("[R86] stands between conduct and detail, then options, movement, next steps, method and what it leaves out", () => {
    const ids = report.sections.filter(({ level }) => level === 2).map(({ id }) => id);
    expect(ids).toEqual([
      "mandate",
      "conduct",
      "summary",
      "round-1",
      "round-2",
      "movement",
      "paper",
      "not-reflected",
      "next-steps",
      "method",
      "measures",
      "not-in-summary",
      "withheld",
    ]);
  });

  it("[R86] prints sections in the fixed order, texts as paragraphs, and the round of each finding where there are several", () => {
    const ids = report.sections.flatMap(({ id }) => (id.startsWith("summary-") ? [id] : []));
    expect(ids).toEqual(["summary-convergence", "summary-concerns", "summary-roles"]);
    const [first, second, third] = section("summary-convergence");
    expect([first, second]).toEqual(
      ["First of all.", "Then the rest."].map((words) => ({
        kind: "paragraph",
        sentences: [{ key: "reportSummary.ownWords", values: { text: words } }],
      })),
    );
    expect(third).toMatchObject({
      sentences: [
        { key: "findings.scale.generallyFor" },
        { key: "reportSummary.from", values: { number: 2 } },
      ],
    });
  });

  it("[R86] a theme says in the summary what was asked, which in the detail the heading says", () => {
    const theme = themeOf(2, "q1", "cost");
    if (theme.block.kind !== "paragraph") throw new Error("a theme is a paragraph");
    expect(section("summary-concerns")).toContainEqual({
      kind: "paragraph",
      sentences: [
        { key: "reportSummary.about", values: { about: theme.about } },
        ...theme.block.sentences,
        { key: "reportSummary.from", values: { number: 2 } },
      ],
    });
  });

  it("[R87] lists what the summary leaves to the detail, each with its reason", () => {
    const [, list] = section("not-in-summary");
    const reasons = list?.kind === "list" ? list.entries.map((entry) => JSON.stringify(entry)) : [];
    expect(reasons).toHaveLength(arrangement.annex.length);
    expect(reasons.join()).toContain("reportSummary.leftToDetail.askedAgain");
    expect(reasons.join()).toContain("reportSummary.leftToDetail.tooFew");
  });

  it("[R88] sets the themes of open answers beside the options of the same agenda question", () => {
    const basis = basisOf([roundOf(1)]);
    const merits = { ...themeOf(1, "q1", "cost"), key: "theme/1/approval/cost" };
    const with1 = reportOf({ ...facts, rounds: [roundOf(1)], evidence: [...basis.evidence, merits] });
    const options = with1.sections.find(({ id }) => id === "options-1-1");
    expect(options?.blocks.map(({ kind }) => kind)).toEqual([
      "item",
      "paragraph",
      "item",
      "paragraph",
      "paragraph",
      "paragraph",
    ]);
    expect(with1.sections.some(({ id }) => id === "options")).toBe(true);
    expect(report.sections.some(({ id }) => id === "options")).toBe(false);
  });

  it("[R89] every finding stands in the detail with its figures, whatever the arrangement", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const basis = { evidence, asked: rounds };
        const changed = acts.reduce((now, each, nth) => acted(now, nth, each), draftArrangement(basis));
        const { sections } = reportOf({ ...facts, rounds, evidence, arrangement: changed });
        const blocks = sections.flatMap((each) => each.blocks);
        const found = blocks.flatMap((block) =>
          block.kind === "finding" ? [findingKey(block.finding)] : [],
        );
        expect(found).toEqual(rounds.flatMap(({ findings }) => findings.map(findingKey)));
      }),
      { numRuns: 25 },
    );
  });

  it("[R86] what is composed anew takes the same place in a report that was composed before", () => {
    const without = reportOf({ ...facts, rounds, evidence, parts });
    const anew = { arrangement, evidence, rounds, nextSteps: "A round in May." };
    expect(withSummary(without, anew)).toEqual(report);
    expect(withSummary(report, anew)).toEqual(report);
  });

  it("[R89] without an arrangement the summary stands as it is drafted", () => {
    const of = (given: Arrangement) => reportOf({ ...facts, rounds, evidence, arrangement: given });
    const { arrangement: _, ...rest } = { ...facts, rounds, evidence };
    expect(reportOf(rest)).toEqual(of(EMPTY_ARRANGEMENT));
    expect(of(EMPTY_ARRANGEMENT)).toEqual(of(draftArrangement({ evidence, asked: rounds })));
  });
});
