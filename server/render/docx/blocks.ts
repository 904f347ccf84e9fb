import "server-only";
import { Bookmark, FootnoteReferenceRun, HeadingLevel, type Paragraph, type Table } from "docx";
import { type Block, type Report, type Section, sentencesOf } from "@/domain/report/document";
import type { Language } from "@/domain/report/wording";
import { type DrawnFigure, drawn, figure } from "./figure";
import { NUMBERING, STYLE } from "./styles";
import { reportTable } from "./table";
import { paragraph, run, type Setting, sentencesRuns, wordingRuns } from "./text";

/** What is numbered through the whole document: its figures, and its footnotes with the text of each. */
export type Numbered = { readonly figures: readonly DrawnFigure[]; readonly notes: readonly Attributed[] };

/** An agenda question that is quoted from somewhere. */
type Attributed = Extract<Block, { kind: "agendaQuestion" }> & { readonly attribution: string };

/** Draws what is to be drawn, and numbers what is numbered. */
export async function numberedIn({ sections }: Report, language: Language): Promise<Numbered> {
  const blocks = sections.flatMap((section) => section.blocks);
  const figures = blocks.filter((block) => block.kind === "figure" || block.kind === "slope");
  return {
    figures: await Promise.all(figures.map((block) => drawn(block, language))),
    notes: blocks.filter(
      (block): block is Attributed => block.kind === "agendaQuestion" && block.attribution !== null,
    ),
  };
}

/** The name under which links within the document lead to a section. Word wants a letter first, and no hyphen. */
export const anchorOf = ({ id }: Section): string => `part_${id.replaceAll("-", "_")}`.slice(0, 40);

export function sectionParts(section: Section, numbered: Numbered, setting: Setting): (Paragraph | Table)[] {
  const { heading, level, blocks, id } = section;
  const title = paragraph(
    null,
    [new Bookmark({ id: anchorOf(section), children: wordingRuns(heading, setting) })],
    setting,
    {
      heading: level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
      // The annexes begin on a page of their own, as in print.
      pageBreakBefore: id === "method",
    },
  );
  return [title, ...blocks.flatMap((block) => blockParts(block, numbered, setting))];
}

function blockParts(block: Block, numbered: Numbered, setting: Setting): (Paragraph | Table)[] {
  switch (block.kind) {
    case "paragraph":
    case "finding": {
      const sentences = block.kind === "finding" ? sentencesOf(block) : block.sentences;
      return [
        paragraph(STYLE.numbered, sentencesRuns(sentences, setting), setting, {
          numbering: { reference: NUMBERING.paragraphs, level: 0 },
        }),
      ];
    }
    case "agendaQuestion": {
      const note = (numbered.notes as readonly Block[]).indexOf(block) + 1;
      const mark = note === 0 ? [] : [new FootnoteReferenceRun(note)];
      return [paragraph(STYLE.quote, [run(block.text, setting), ...mark], setting)];
    }
    case "item":
      return [paragraph(null, [run(block.prompt, setting)], setting, { heading: HeadingLevel.HEADING_3 })];
    case "list":
      return block.entries.map((entry) =>
        paragraph(STYLE.entry, wordingRuns(entry, setting), setting, {
          numbering: { reference: NUMBERING.entries, level: 0 },
        }),
      );
    case "figure":
    case "slope":
      return numbered.figures.flatMap((of, index) =>
        of.block === block ? figure(of, index + 1, setting) : [],
      );
    case "table":
      return [
        paragraph(STYLE.caption, wordingRuns(block.table.caption, setting), setting),
        reportTable(block.table, setting),
      ];
  }
}
