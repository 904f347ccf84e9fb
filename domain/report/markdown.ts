import { marked, plain } from "@/domain/findings/message";
import {
  type Block,
  type Publication,
  type Report,
  type ReportTable,
  type Section,
  sentencesOf,
  type Wording,
} from "./document";
import { type Front, frontOf, type ImprintEntry } from "./imprint";
import { type Language, worded } from "./wording";

/** A published report as Markdown (CommonMark with GitHub's tables). Figures drawn as bars are left to their tables. */
export function toMarkdown(
  report: Report,
  publication: Publication,
  language: Language,
  { notices, imprint }: Front = frontOf(report, publication, language),
): string {
  const head = [
    escaped(language.translate("reportPage.eyebrow", {})),
    `# ${escaped(report.title)}`,
    ...(report.subject === "" ? [] : [`*${escaped(report.subject)}*`]),
    ...notices.map((notice) => `**${escaped(notice)}**`),
    imprint.flatMap(imprintLines).join("\n"),
  ];
  const body = report.sections.flatMap((section) => sectionParts(section, language));
  return `${[...head, ...body].join("\n\n")}\n`;
}

function imprintLines({ kind, label, values }: ImprintEntry): string[] {
  const head = `- **${escaped(label)}**`;
  if (kind === "list") return [head, ...values.map((value) => `  - ${escaped(value)}`)];
  return values.map((value) => `${head}: ${kind === "address" ? `<${value}>` : escaped(value)}`);
}

function sectionParts({ heading, level, blocks }: Section, language: Language): string[] {
  const title = `${"#".repeat(level)} ${text(heading, language)}`;
  return [title, ...blocks.map((block) => blockPart(block, language)).filter((part) => part !== "")];
}

function blockPart(block: Block, language: Language): string {
  const { translate } = language;
  switch (block.kind) {
    case "paragraph":
      return escaped(block.sentences.map((sentence) => plain(sentence, translate)).join(" "));
    case "agendaQuestion":
      return [block.text, ...(block.attribution === null ? [] : [block.attribution])]
        .map((line) => `> ${escaped(line)}`)
        .join("\n>\n");
    case "item":
      return `**${escaped(block.prompt)}**`;
    case "finding":
      return sentencesOf(block)
        .map((message) => emphasised(marked(message, translate, (chunks) => `${OPEN}${chunks}${CLOSE}`)))
        .join(" ");
    case "list":
      return block.entries.map((entry) => `- ${text(entry, language)}`).join("\n");
    case "figure":
    case "slope":
      return "";
    case "table":
      return tablePart(block.table, language);
  }
}

// Control characters that no text holds, so that only the words of the ladder are emphasised after escaping.
const OPEN = "\u0001";
const CLOSE = "\u0002";

const emphasised = (sentence: string): string =>
  escaped(sentence).replaceAll(OPEN, "*").replaceAll(CLOSE, "*");

function tablePart({ of, caption, columns, rows }: ReportTable, language: Language): string {
  const line = (cells: readonly Wording[]) => `| ${cells.map((cell) => text(cell, language)).join(" | ")} |`;
  const rule = `| ${columns.map((_, index) => (index === 0 || of === "words" ? "---" : "---:")).join(" | ")} |`;
  const blanks = columns.slice(2).map(() => "");
  const body = rows.map(({ heading, cells, across }) => line([heading, ...cells, ...(across ? blanks : [])]));
  return [`*${text(caption, language)}*`, "", line(columns), rule, ...body].join("\n");
}

const text = (wording: Wording, language: Language): string => escaped(worded(wording, language));

/** Hosts' words are text, never markup: whatever Markdown or HTML would read as a mark is escaped, on one line. */
function escaped(words: string): string {
  return words
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/[\\`*_[\]<>|#~&]/g, "\\$&")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}
