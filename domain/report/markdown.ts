import { dateWords } from "@/domain/consultation/moment";
import type { Edition } from "@/domain/edition/edition";
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
import { type Language, worded } from "./wording";

/** Where it stands, and of an edition its number, kind and corrigendum too. */
type Published = Publication & Partial<Pick<Edition, "number" | "kind" | "corrigendum">>;

/** A published report as Markdown (CommonMark with GitHub's tables). Figures drawn as bars are left to their tables. */
export function toMarkdown(report: Report, publication: Published, language: Language): string {
  const head = [
    say("eyebrow", language),
    `# ${escaped(report.title)}`,
    ...(report.subject === "" ? [] : [`*${escaped(report.subject)}*`]),
    imprint(report, publication, language),
  ];
  const body = report.sections.flatMap((section) => sectionParts(section, language));
  return `${[...head, ...body].join("\n\n")}\n`;
}

const say = (key: string, { translate }: Language, values: Record<string, string> = {}): string =>
  escaped(translate(`reportPage.${key}`, values));

/** Which edition it is, and what that corrects. */
function editionLines({ number, kind, corrigendum }: Published, { translate }: Language): string[] {
  if (number === undefined || kind === undefined) return [];
  const line = (name: string, words: string) =>
    `- **${escaped(name)}**: ${escaped(words.replaceAll(/\s+/g, " "))}`;
  const corrected = translate("editions.corrigendum", { number: number - 1 });
  return [
    line(translate("editions.edition", {}), translate("editions.numbered", { number, kind })),
    ...(corrigendum ? [line(corrected, corrigendum)] : []),
  ];
}

/** Who publishes it, when, and where it is read. */
function imprint({ coHosts, timeZone }: Report, publication: Published, language: Language) {
  const { publishedAt, address } = publication;
  const date = dateWords(publishedAt, timeZone, language.locale);
  return [
    `- **${say("coHosts", language)}**`,
    ...coHosts.map((name) => `  - ${escaped(name)}`),
    `- **${say("status", language)}**: ${say("published", language, { date })}`,
    ...editionLines(publication, language),
    `- **${say("address", language)}**: <${address}>`,
  ].join("\n");
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
