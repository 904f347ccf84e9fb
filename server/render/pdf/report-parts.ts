import "server-only";
import { marked } from "@/domain/findings/message";
import { type Block, type Report, sentencesOf } from "@/domain/report/document";
import { numberedLists, type Paragraph, type Standing } from "@/domain/report/numbered";
import { type Language, worded } from "@/domain/report/wording";
import { barsParts, slopeParts } from "./chart-parts";
import { say } from "./say";
import { tableParts } from "./table-parts";

/** Words, of which those of the ladder are set apart. */
type Run = { readonly text: string; readonly phrase: boolean };

/** Sections of which an annex begins, on a page of its own. */
const ON_A_NEW_PAGE = ["method"];

/**
 * The body of a report as the template sets it. Numbers run through the whole document, as in one of the United Nations;
 * figures and tables are numbered likewise.
 */
export function sectionParts({ sections }: Report, language: Language) {
  const numbers = { paragraph: 1, figure: 1, table: 1 };
  return sections.map(({ id, heading, level, blocks }) => ({
    heading: worded(heading, language),
    // The title of the document stands above all headings, so that they begin at the first level.
    level: level - 1,
    newPage: ON_A_NEW_PAGE.includes(id),
    parts: numberedLists(blocks).map((group) =>
      "kind" in group
        ? standingPart(group, numbers, level, language)
        : paragraphsPart(group, numbers, language),
    ),
  }));
}

type Numbers = { paragraph: number; figure: number; table: number };

function paragraphsPart(group: readonly Paragraph[], numbers: Numbers, language: Language) {
  const start = numbers.paragraph;
  numbers.paragraph += group.length;
  return { kind: "paragraphs", start, entries: group.map((paragraph) => runsOf(paragraph, language)) };
}

// Control characters that no text holds set the words of the ladder apart, until they are runs of their own.
const OPEN = "\u0001";
const CLOSE = "\u0002";

function runsOf(block: Paragraph, { translate }: Language): Run[] {
  const messages = block.kind === "finding" ? sentencesOf(block) : block.sentences;
  const sentences = messages.map((message) =>
    marked(message, translate, (chunks) => `${OPEN}${chunks}${CLOSE}`),
  );
  return sentences
    .join(" ")
    .split(OPEN)
    .flatMap((piece, index): Run[] => {
      const [phrase = "", after = ""] = index === 0 ? ["", piece] : piece.split(CLOSE);
      return [
        { text: phrase, phrase: true },
        { text: after, phrase: false },
      ];
    })
    .filter(({ text }) => text !== "");
}

function standingPart(block: Standing, numbers: Numbers, level: number, language: Language) {
  switch (block.kind) {
    case "agendaQuestion":
      return { kind: block.kind, text: block.text, attribution: block.attribution };
    case "item":
      return { kind: block.kind, level, text: block.prompt };
    case "list":
      return { kind: block.kind, entries: block.entries.map((entry) => worded(entry, language)) };
    case "figure": {
      const note = say(
        language,
        block.bars.of === "groups" ? "figures.groupsCaption" : "figures.evenScaleCaption",
      );
      return {
        kind: block.kind,
        ...figureCaption(block, numbers, note, language),
        ...barsParts(block.bars, language),
      };
    }
    case "slope": {
      const note = say(language, "movement.slopeCaption");
      return {
        kind: block.kind,
        ...figureCaption(block, numbers, note, language),
        ...slopeParts(block.slope, language),
      };
    }
    case "table": {
      const label = say(language, "pdf.table", { number: numbers.table++ });
      const caption = { label, title: worded(block.table.caption, language), note: "" };
      return { kind: block.kind, caption, ...tableParts(block.table, language) };
    }
  }
}

function figureCaption(
  { caption }: Extract<Block, { kind: "figure" | "slope" }>,
  numbers: Numbers,
  note: string,
  language: Language,
) {
  const label = say(language, "figures.caption", { number: numbers.figure++ });
  return { caption: { label, title: worded(caption, language), note } };
}
