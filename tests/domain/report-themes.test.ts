import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeThemeRelease } from "@/domain/disclosure/release";
import { plain } from "@/domain/findings/message";
import type { Block } from "@/domain/report/document";
import { type ItemThemes, themeBlocks, themeEvidence } from "@/domain/report/themes";
import { english } from "@/tests/support/english";

const item = (counts: Readonly<Record<string, number>>, answered: number, round = 2): ItemThemes => ({
  round,
  agendaQuestionId: "q2",
  itemId: "why",
  prompt: "Why?",
  release: makeThemeRelease(
    Object.entries(counts).map(([wording, count]) => ({ id: randomUUID(), wording, count })),
    answered,
  ),
});
const sentences = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === "paragraph" ? block.sentences.map((sentence) => plain(sentence, english)) : [],
  );

describe("what a report says of open answers", () => {
  it("[C42] is a sentence for each theme with the phrase of its share, then that others were raised, then the counts", () => {
    const blocks = themeBlocks(
      item({ "Be open about cost.": 15, "Go slowly": 6, "Wait and see": 1 }, 34),
      [],
    );
    expect(sentences(blocks)).toEqual([
      "34 participants answered in their own words. Answers are paraphrased and never quoted; one answer may raise several points.",
      "Many underscored this point: Be open about cost.",
      "Several raised this point: Go slowly.",
      "Other points were also raised.",
    ]);
    const table = blocks.at(-1);
    if (table?.kind !== "table") throw new Error("counts come last");
    expect(table.table.rows.map(({ heading, cells }) => [heading, cells])).toEqual([
      [
        "Be open about cost.",
        [
          { key: "findings.cells.count", values: { count: 15 } },
          { key: "findings.cells.count", values: { count: 34 } },
        ],
      ],
      [
        "Go slowly",
        [
          { key: "findings.cells.count", values: { count: 6 } },
          { key: "findings.cells.count", values: { count: 34 } },
        ],
      ],
    ]);
  });

  it("[C43] claims the least of what is shown: all but two or fewer read as the row of all but two", () => {
    const blocks = themeBlocks(item({ "Be open about cost": 12 }, 12), []);
    expect(sentences(blocks)).toContain("Most of those who wrote raised this point: Be open about cost.");
    const table = blocks.at(-1);
    expect(table?.kind === "table" && table.table.rows[0]?.cells[0]).toEqual({
      key: "themeReport.nearlyAll",
      values: {},
    });
  });

  it("[C44] is that too few answered, that nothing could be reflected, or that all points were rare", () => {
    expect(sentences(themeBlocks(item({ "Be open": 5 }, 9), []))).toEqual([
      "9 participants answered in their own words: too few to report themes.",
    ]);
    expect(sentences(themeBlocks(item({}, 12), []))[1]).toBe("No point was raised that could be reflected.");
    expect(sentences(themeBlocks(item({ "Be open": 2 }, 12), []))[1]).toBe(
      "Points were raised by one or two participants each; they are not listed.",
    );
  });

  it("[C45] calls a theme a recurring concern where an earlier round raised it often too, under the same wording", () => {
    const now = item({ "Be open about cost": 6, "Go slowly": 3 }, 34);
    const before = item({ "Be open about COST": 4, "Go slowly": 10 }, 20, 1);
    const said = sentences(themeBlocks(now, [before]));
    expect(said.filter((sentence) => /recurring/.test(sentence))).toEqual([
      "It is a recurring concern, raised in round 1 too.",
    ]);
  });

  it("[C46] can be pointed at, theme by theme, by a key that names round, item and theme", () => {
    const themes = item({ "Be open about cost": 15, "Wait and see": 1 }, 34);
    const evidence = themeEvidence([themes, item({ "Be open": 5 }, 9)]);
    expect(evidence).toMatchObject([{ round: 2, agendaQuestionId: "q2", about: "Why?" }]);
    expect(evidence[0]?.key).toMatch(/^theme\/2\/why\/[0-9a-f-]{36}$/);
  });
});
