import "server-only";
import {
  AlignmentType,
  type INumberingOptions,
  type IPropertiesOptions,
  LevelFormat,
  LineRuleType,
} from "docx";
import { isRightToLeft } from "../direction";

/** A4 with margins of 2 cm: what is left for text, in twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838, margin: 1_134, text: 9_638 } as const;

/** A file embeds no font. These are on most machines, and others have fonts of the same widths for them. */
const SERIF = {
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia: "SimSun",
};
const SANS = { ascii: "Arial", hAnsi: "Arial", cs: "Arial", eastAsia: "Microsoft YaHei" };

const INK = "16201D";
const QUIET = "414D49";
const RULE = "77837F";

/** Names under which blocks refer to styles. */
export const STYLE = {
  eyebrow: "Eyebrow",
  subtitle: "Subtitle",
  imprint: "Imprint",
  notice: "Notice",
  contents: "Contents",
  numbered: "NumberedParagraph",
  quote: "Quote",
  entry: "ListBullet",
  caption: "Caption",
  figureCaption: "FigureCaption",
  figure: "Figure",
  legend: "Legend",
  tableHead: "TableHead",
  tableText: "TableText",
  table: "ReportTable",
  emphasis: "Emphasis",
  strong: "StrongText",
  running: "Running",
} as const;

/** The numbered paragraphs run through the whole document; entries of lists have a dash, as the lists of the page. */
export const NUMBERING = { paragraphs: "paragraphs", entries: "entries" } as const;

/** Hairlines between rows and a rule under the head, which is repeated on each page. */
const TABLE_STYLE = `<w:style w:type="table" w:customStyle="1" w:styleId="${STYLE.table}"><w:name w:val="Report table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="${RULE}"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="${RULE}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="D2D9D5"/></w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="${INK}"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>`;

const TABLE_NORMAL = `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;

const NORMAL = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`;

/** The styles of a document with those that the library has no way to write: of tables, and the one that others build on. */
export const withTableStyles = (xml: string): string =>
  xml.replace("</w:styles>", `${NORMAL}${TABLE_NORMAL}${TABLE_STYLE}</w:styles>`);

/** Sizes in half points. Where a language is written from right to left, emphasis is bold: its scripts have no italics. */
export function stylesFor(locale: string): NonNullable<IPropertiesOptions["styles"]> {
  const rtl = isRightToLeft(locale);
  const language = { value: locale, eastAsia: "zh-CN", bidirectional: rtl ? locale : "ar-SA" };
  const heading = (size: number, before: number) => ({
    run: { font: SANS, size, bold: true, color: INK },
    paragraph: { keepNext: true, keepLines: true, spacing: { before, after: 120 } },
  });
  const style = (id: string, name: string, run: object, paragraph: object, basedOn = "Normal") => ({
    id,
    name,
    basedOn,
    quickFormat: true,
    run,
    paragraph,
  });
  const small = { font: SANS, size: 17, color: QUIET };
  return {
    default: {
      document: {
        run: { font: SERIF, size: 22, color: INK, language },
        paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: SERIF, size: 48, bold: false, color: INK },
        paragraph: { spacing: { before: 60, after: 120 }, keepNext: true },
      },
      heading1: heading(28, 480),
      heading2: heading(24, 360),
      heading3: heading(21, 280),
      footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 40 } } },
      caption: {
        run: { font: SANS, size: 18, bold: true, italics: false, color: INK },
        paragraph: { keepNext: true, spacing: { before: 240, after: 80 } },
      },
    },
    paragraphStyles: [
      style(
        STYLE.eyebrow,
        "Eyebrow",
        { ...small, size: 18 },
        { spacing: { before: 0, after: 60 }, keepNext: true },
      ),
      style(STYLE.subtitle, "Subtitle", { size: 26, color: QUIET }, { spacing: { after: 240 } }),
      style(
        STYLE.imprint,
        "Imprint",
        { font: SANS, size: 18 },
        { spacing: { after: 80 }, indent: { start: 2_835, hanging: 2_835 } },
      ),
      style(
        STYLE.notice,
        "Notice",
        { font: SANS, size: 20, bold: true, color: "96271F" },
        { spacing: { before: 120, after: 120 } },
      ),
      style(STYLE.contents, "Contents", { font: SANS, size: 20 }, { spacing: { after: 40 } }),
      style(STYLE.numbered, "Numbered paragraph", {}, { spacing: { before: 120, after: 120 } }),
      style(
        STYLE.quote,
        "Quote",
        { italics: !rtl },
        { spacing: { before: 120, after: 200 }, indent: { start: 567, end: 567 } },
      ),
      style(STYLE.entry, "List Bullet", {}, { spacing: { before: 80, after: 40 } }),
      style(STYLE.figureCaption, "Figure caption", { bold: true }, { keepNext: true }, STYLE.caption),
      style(STYLE.legend, "Legend", small, { keepLines: true, spacing: { after: 30 } }),
      style(STYLE.figure, "Figure", {}, { keepNext: true, spacing: { after: 60 } }),
      style(
        STYLE.tableText,
        "Table text",
        { font: SANS, size: 16 },
        { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      ),
      style(STYLE.tableHead, "Table head", { bold: true }, {}, STYLE.tableText),
      style(STYLE.running, "Running", { ...small, size: 16 }, { spacing: { after: 0 } }),
    ],
    characterStyles: [
      { id: STYLE.emphasis, name: "Emphasis", run: rtl ? { bold: true } : { italics: true } },
      { id: STYLE.strong, name: "Strong text", run: { bold: true } },
    ],
  };
}

export const numbering: INumberingOptions = {
  config: [
    {
      reference: NUMBERING.paragraphs,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: "%1.",
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { start: 567, hanging: 567 } } },
        },
      ],
    },
    {
      reference: NUMBERING.entries,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: "–",
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { start: 851, hanging: 284 } } },
        },
      ],
    },
  ],
};
