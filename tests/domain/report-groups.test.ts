import { describe, expect, it } from "vitest";
import { parseRelease } from "@/domain/disclosure/release";
import { findingsOf } from "@/domain/findings/finding";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { openingOfGroups, roundByGroup } from "@/domain/report/groups";
import { toMarkdown } from "@/domain/report/markdown";
import { reportOf } from "@/domain/report/report";
import { worded } from "@/domain/report/wording";
import { facts, language, publication, questionnaire } from "../support/report-facts";

const groups = [
  { id: "north", name: "North *and* east" },
  { id: "south", name: "South" },
  { id: "islands", name: "Islands" },
];
const asking: Questionnaire = { ...questionnaire, breakdown: { question: "Which group?", groups } };

const cell = (count: number) => ({ kind: "count", count }) as const;
const group = (index: number, inFavour: number, neither: number, against: number) => ({
  groupId: groups[index]?.id,
  name: groups[index]?.name,
  n: inFavour + neither + against,
  sides: { for: cell(inFavour), neither: cell(neither), against: cell(against) },
});
const without = (index: number, reason: string) => ({
  groupId: groups[index]?.id,
  name: groups[index]?.name,
  reason,
});

type ByGroup = { readonly groups?: unknown; readonly withheld?: unknown };

const round = onlyRound();

function onlyRound() {
  const [first] = facts.rounds;
  if (first === undefined) throw new Error("the facts have a round");
  return first;
}

/** The report of the round with this told by group of its statements, one after another. */
function reportWith(...byGroup: readonly ByGroup[]) {
  const stored = structuredClone(round.release) as object; // as it is read from the database
  const [scale] = (stored as { items: { statements: object[] }[] }).items;
  for (const [index, statement] of (scale?.statements ?? []).entries())
    Object.assign(statement, byGroup[index]);
  const release = parseRelease(stored);
  const findings = findingsOf(asking, release);
  return reportOf({ ...facts, rounds: [{ ...round, questionnaire: asking, release, findings }] });
}

const shown = { groups: [group(0, 16, 0, 5), group(1, 10, 3, 4)] };
const report = reportWith(
  { ...shown, withheld: { kind: "groups", groups: [without(2, "tooFew")] } },
  { ...shown, withheld: { kind: "groups", groups: [without(2, "wouldDisclose")] } },
  { withheld: { kind: "all", reason: "wouldDisclose" } },
  { withheld: { kind: "all", reason: "tooFew" } },
);
const sectionOf = ({ sections }: typeof report, id: string) =>
  sections.find((section) => section.id === id)?.blocks ?? [];
const blocks = sectionOf(report, "round-1-groups");
const lists = (of: typeof blocks) =>
  of.flatMap((block) => (block.kind === "list" ? block.entries.map((entry) => worded(entry, language)) : []));

describe("a round that asked for a group", () => {
  it("[R28] shows each statement by group, of all who took a position first, as bars by side and as a table", () => {
    const figures = blocks.flatMap((block) => (block.kind === "figure" ? [block] : []));
    const tables = blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));
    expect(figures.map(({ caption }) => caption)).toEqual(["s 0", "s 1"]);
    const rows = figures[0]?.bars.rows ?? [];
    expect(rows.map(({ statement }) => worded(statement, language))).toEqual([
      "All who took a position",
      "North *and* east",
      "South",
    ]);
    expect(rows.map(({ n, noPosition }) => [n, noPosition])).toEqual([
      [42, null],
      [21, null],
      [17, null],
    ]);
    expect(rows.every(({ segments }) => segments.every(({ category }) => category === null))).toBe(true);
    expect(rows[1]?.segments.map(({ side, share }) => [side, share])).toEqual([
      ["against", 24],
      ["for", 76],
    ]);
    expect(tables[0]?.columns.map((column) => worded(column, language))).toEqual([
      "Group",
      "Against, in all",
      "On neither side",
      "For, in all",
      "n",
    ]);
    expect(tables[0]?.rows.map(({ cells }) => cells.map((one) => worded(one, language)))).toEqual([
      ["9", "3", "30", "42"],
      ["5", "0", "16", "21"],
      ["4", "3", "10", "17"],
    ]);
  });

  it("[R29] says what is not shown and why, without a number", () => {
    expect(lists(blocks)).toEqual([
      "Islands: not shown, as fewer than 10 of it took a position.",
      "Islands: not shown. With it, a reader could have worked out single answers.",
      "“s 2”: not shown by group. With the groups shown, a reader could have worked out single answers.",
      "“s 3”: not shown by group, as fewer than two groups had 10 or more who took a position.",
    ]);
    expect(lists(sectionOf(report, "withheld"))).toContain(
      "By group: what is not shown stands, with its reason, with the figures by group.",
    );
  });

  it.each([
    [
      "wouldDisclose",
      "Not shown in this round. With the groups shown, a reader could have worked out single answers.",
    ],
    ["tooFew", "Not shown in this round. Fewer than two groups had 10 or more who took a position."],
  ])("[R29] where nothing is shown by group, says so once: %s", (reason, sentence) => {
    const all = { withheld: { kind: "all", reason } };
    const [only, ...others] = sectionOf(reportWith(all, all, all, all), "round-1-groups");
    expect(others).toEqual([]);
    const sentences = only?.kind === "paragraph" ? only.sentences.map((one) => worded(one, language)) : [];
    expect(sentences[0]).toMatch(/^Participants were asked in this round: “Which group\?”\./);
    expect(sentences.slice(1)).toEqual([sentence]);
  });

  it("[R29] where nothing was asked on a scale, says that nothing is shown by group", () => {
    const noScale = { ...asking, agendaQuestions: [] };
    const byGroup = roundByGroup(noScale, round.release);
    expect(byGroup === null ? [] : openingOfGroups(byGroup).map((one) => worded(one, language))).toEqual([
      expect.stringContaining("“Which group?”"),
      "This round asked nothing on a scale, so that nothing is shown by group.",
    ]);
  });

  it("[R30] in Markdown gives the tables by group, in which the names of groups are text", () => {
    const markdown = toMarkdown(report, publication, language);
    expect(markdown).toContain("### By group");
    expect(markdown).toContain("| North \\*and\\* east | 5 | 0 | 16 | 21 |");
    expect(markdown).toContain("- Islands: not shown, as fewer than 10 of it took a position.");
  });
});

it("[R28] a round that asked for none has no section by group, and withholds nothing by group", () => {
  const plain = reportOf(facts);
  expect(plain.sections.map(({ id }) => id)).not.toContain("round-1-groups");
  expect(lists(sectionOf(plain, "withheld")).join()).not.toContain("By group");
});
