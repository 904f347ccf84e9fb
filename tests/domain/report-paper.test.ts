import { describe, expect, it } from "vitest";
import { plain } from "@/domain/findings/message";
import { identified } from "@/domain/paper/alignment";
import { paperFromMarkdown } from "@/domain/paper/from-markdown";
import type { Reasons } from "@/domain/paper/paper";
import type { Block as ReportBlock } from "@/domain/report/document";
import { findingEvidence } from "@/domain/report/evidence";
import { type PaperVersion, paperSections } from "@/domain/report/paper";
import { worded } from "@/domain/report/wording";
import { facts, language } from "@/tests/support/report-facts";

let drawn = 0;
const draw = () => {
  drawn += 1;
  return `p-${drawn}`;
};

const first = identified(
  paperFromMarkdown("Alpha is kept.\n\nThe United Nations gives advice on request.\n\nGoes away.").blocks,
  [],
  draw,
);
const second = identified(
  paperFromMarkdown("Alpha is kept.\n\nNew and different.\n\nThe United Nations may give advice on request.")
    .blocks,
  [first],
  draw,
);
const evidence = findingEvidence(facts.rounds);
const version = (number: number, blocks: typeof first, reasons: Reasons = {}): PaperVersion => ({
  number,
  title: `Title ${number}`,
  blocks,
  reasons,
  rounds: [number],
});

const tablesIn = (blocks: readonly ReportBlock[]) =>
  blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));

describe("what a report says of the discussion paper", () => {
  it("[N23] each paragraph that changed stands in a table with the findings that moved it and its words, and no other does", () => {
    const [one, two] = evidence;
    const moved = second[2]?.id ?? "";
    const reasons = {
      [moved]: { findings: [one?.key ?? "", two?.key ?? "", "finding/9/gone"], sentence: "Asked for." },
    };
    const [section] = paperSections({
      slug: "dsr",
      papers: { versions: [version(1, first), version(2, second, reasons)] },
      evidence,
    });
    const [table] = tablesIn(section?.blocks ?? []);
    const rows = table?.rows.map(({ heading, cells }) =>
      [heading, ...cells].map((cell) => worded(cell, language)),
    );
    const said = (at: number) => {
      const block = evidence[at]?.block;
      return block?.kind === "finding" && block.finding.kind === "scale" ? block.finding.statement : "";
    };
    expect(rows?.map(([heading]) => heading)).toEqual([
      "Paragraph 2, new",
      "Paragraph 3, before 2",
      "Paragraph 3, finding 2",
      "Former paragraph 3",
    ]);
    expect(rows?.[0]).toEqual(["Paragraph 2, new", "No finding is named.", "Added: “New and different.”"]);
    expect(rows?.[1]?.[1]).toContain(said(0));
    expect(rows?.[1]?.[2]).toBe("“gives” → “may give” (Asked for.)");
    expect(rows?.[2]?.[1]).toContain(said(1));
    expect(rows?.[3]?.[2]).toBe("Left out: “Goes away.”");
  });

  it("[N23] every version is named with where it is read, and without a paper there is nothing to say", () => {
    expect(paperSections({ slug: "dsr", papers: { versions: [] }, evidence })).toEqual([]);
    const [section] = paperSections({ slug: "dsr", papers: { versions: [version(1, first)] }, evidence });
    const list = section?.blocks.find((block) => block.kind === "list");
    expect(list?.kind === "list" && list.entries.map((entry) => worded(entry, language))).toEqual([
      "Version 1: Title 1. Circulated with round 1; read at /c/dsr/paper/1.",
    ]);
    expect(tablesIn(section?.blocks ?? [])).toEqual([]);
    const [opening] = section?.blocks ?? [];
    const sentences = opening?.kind === "paragraph" ? opening.sentences : [];
    expect(sentences.map((sentence) => plain(sentence, language.translate))).toEqual([
      "One version of a discussion paper was circulated.",
    ]);
  });
});
