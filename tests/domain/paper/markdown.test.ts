import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paperFromMarkdown } from "@/domain/paper/from-markdown";
import { obstaclesIn } from "@/domain/paper/notice";
import { numbered, paragraphsOf } from "@/domain/paper/paper";
import { paperMarkdown } from "@/domain/paper/to-markdown";
import { drawnMarkdown } from "@/tests/support/drawn-papers";

const written = (markdown: string, numbers = false) => paperMarkdown(paperFromMarkdown(markdown), numbers);

const BIG = 100_000;
const repeated = (part: string) => part.repeat(Math.ceil(BIG / part.length)).slice(0, BIG);

describe("a paper in Markdown", () => {
  it("[N1] paragraphs are numbered 1, 2, 3 … through the whole paper, whatever headings stand between", () => {
    fc.assert(
      fc.property(drawnMarkdown, (markdown) => {
        const numbers = numbered(paperFromMarkdown(markdown).blocks).flatMap(({ number }) => number ?? []);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }),
    );
  });

  it("[N2] what is read from Markdown and written as Markdown is read as it was, with and without numbers", () => {
    fc.assert(
      fc.property(drawnMarkdown, (markdown) => {
        const paper = paperFromMarkdown(markdown);
        for (const numbers of [false, true]) {
          const { title, blocks } = paperFromMarkdown(paperMarkdown(paper, numbers));
          expect({ title, blocks }).toEqual({ title: paper.title, blocks: paper.blocks });
        }
      }),
      { numRuns: 400, examples: [["> *“em”*x 🙂***both*** l’État*em* "], ["a*“b”*c**(d)**e*f*"]] },
    );
  });

  it("[N3] numbered entries are paragraphs, other lists belong to the paragraph before them", () => {
    const { title, blocks } = paperFromMarkdown(
      "# Title\n\n## Part\n\n7. First *thing*\n8. Second:\n\n   - one\n   - **two**\n\nThird\n\n* three",
    );
    expect(title).toBe("Title");
    expect(blocks).toEqual([
      { kind: "heading", level: 1, text: "Part" },
      { kind: "paragraph", runs: [{ text: "First " }, { text: "thing", emphasis: true }], items: [] },
      {
        kind: "paragraph",
        runs: [{ text: "Second:" }],
        items: [[{ text: "one" }], [{ text: "two", strong: true }]],
      },
      { kind: "paragraph", runs: [{ text: "Third" }], items: [[{ text: "three" }]] },
    ]);
    const named = { blocks: blocks.map((block, index) => ({ ...block, id: `b${index}` })) };
    expect(paragraphsOf(named).map(({ number, heading }) => [number, heading])).toEqual([
      [1, "Part"],
      [2, "Part"],
      [3, "Part"],
    ]);
  });

  it("[N4] HTML is text like any other, and a link that could run something is none", () => {
    const { blocks } = paperFromMarkdown(
      "<script>alert(1)</script> <img src=x onerror=alert(1)>\n\n[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) [d](//evil.example) [e](https://un.org/a?b=1&c=2)",
    );
    const addresses = JSON.stringify(blocks).match(/"address":"[^"]*"/g);
    expect(addresses).toEqual(['"address":"https://un.org/a?b=1&c=2"']);
    expect(JSON.stringify(blocks)).toContain("<script>alert(1)</script>");
  });

  it("[N5] pictures and tables are named as left out, and neither enters", () => {
    const { blocks, notices } = paperFromMarkdown("![x](y.png) text\n\n| Year | Sum |\n|---|---|\n| 1 | 2 |");
    expect(notices).toEqual([
      { code: "pictures", values: { count: 1 } },
      { code: "table", values: { first: "Year Sum 1 2" } },
    ]);
    expect(obstaclesIn(notices)).toHaveLength(2);
    expect(blocks).toEqual([{ kind: "paragraph", runs: [{ text: "text" }], items: [] }]);
  });

  it.each([
    ["brackets", "["],
    ["pictures", "!["],
    ["stars", "*a**"],
    ["quotations", ">"],
    ["lists in lists", "- "],
    ["ticks", "`a``"],
    ["angles", "<"],
    ["entities", "&#"],
    ["a table", "a|b\n-|-\n"],
    ["references", "[a][b]"],
  ])(
    "[N6] a hundred thousand characters of %s do no harm, and are read within seconds",
    (_, part) => {
      const begun = performance.now();
      const paper = paperFromMarkdown(repeated(part));
      expect(performance.now() - begun).toBeLessThan(10_000);
      expect(written(paperMarkdown(paper, false))).toBe(paperMarkdown(paper, false));
    },
    60_000,
  );
});
