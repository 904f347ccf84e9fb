import "server-only";
import ExcelJS from "exceljs";
import { codebook, provenance } from "@/domain/edition/codebook";
import type { Edition } from "@/domain/edition/edition";
import { runningNotices } from "@/domain/edition/front";
import { ANNEX_COLUMNS, type AnnexRow, annexRows, exactCount, roundOf } from "@/domain/report/annex";
import type { ReportTable, Wording } from "@/domain/report/document";
import { type Language, worded } from "@/domain/report/wording";
import { isRightToLeft } from "./direction";
import { restamped } from "./stable-zip";

type Cell = string | number | null;

/**
 * The data annex of an edition as a workbook: what it is of, the tidy data, their codebook, and the tables of each round
 * as the report prints them. A count that is shown is a number; what is not exact is text. There is no formula in it.
 */
export async function annexXlsx(edition: Edition, language: Language): Promise<Uint8Array> {
  const { report, publishedAt } = edition;
  const workbook = new ExcelJS.Workbook();
  const creator = report.coHosts.join(", ");
  const at = new Date(publishedAt);
  const { title, subject } = report;
  Object.assign(workbook, { title, subject, creator, lastModifiedBy: creator, created: at, modified: at });
  const making: Making = { workbook, edition, language };
  addReadMe(making);
  addData(making);
  addCodebook(making);
  for (const number of report.rounds) addRound(making, number);
  return restamped(new Uint8Array(await workbook.xlsx.writeBuffer()), publishedAt, (text) => text);
}

/** A workbook that is being made. */
type Making = {
  readonly workbook: ExcelJS.Workbook;
  readonly edition: Edition;
  readonly language: Language;
};

const say = ({ language }: Making, key: string, values: Record<string, number> = {}) =>
  language.translate(`reportFiles.annex.${key}`, values);

/** A sheet with columns of these widths in characters, of which so many rows stay where they are. */
function sheetOf(
  { workbook, edition, language }: Making,
  name: string,
  widths: readonly number[],
  frozen: number,
) {
  const notices = runningNotices(edition, language).join(" · ");
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: frozen, rightToLeft: isRightToLeft(language.locale) }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddHeader: asHeader(notices), oddFooter: "&P / &N" },
  });
  sheet.columns = widths.map((width) => ({ width }));
  return sheet;
}

function addReadMe(making: Making): void {
  const { edition, language } = making;
  const sheet = sheetOf(making, say(making, "readMe"), [30, 100], 0);
  sheet.addRow([edition.report.title]).font = { bold: true, size: 14 };
  sheet.addRow([say(making, "opening")]);
  for (const { label, words } of provenance(edition, language))
    addRow(sheet, [label, words], { wrapped: true });
}

function addData(making: Making): void {
  const { edition, language } = making;
  const sheet = sheetOf(making, say(making, "data"), [8, 30, 40, 40, 40, 44, 24, 22, 15, 8, 8, 8, 11], 1);
  addRow(sheet, ANNEX_COLUMNS, { head: true });
  for (const row of annexRows(edition.report, language))
    addRow(
      sheet,
      ANNEX_COLUMNS.map((column) => (column === "shown" ? shownCell(row) : row[column])),
    );
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: ANNEX_COLUMNS.length } };
  sheet.pageSetup.printTitlesRow = "1:1";
}

function addCodebook(making: Making): void {
  const sheet = sheetOf(making, say(making, "codebook"), [12, 30, 100], 1);
  addRow(
    sheet,
    ["kind", "name", "meaning"].map((name) => say(making, name)),
    { head: true },
  );
  for (const { kind, name, meaning } of codebook(making.edition, making.language))
    addRow(sheet, [kind, name, meaning], { wrapped: true });
}

/** The tables of a round, under one another. */
function addRound(making: Making, number: number): void {
  const tables = making.edition.report.sections
    .filter((section) => roundOf(section) === number)
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? [block.table] : [])));
  const widths = [60, ...Array.from({ length: 12 }, () => 16)];
  const sheet = sheetOf(making, say(making, "round", { number }), widths, 0);
  for (const table of tables) addTable(sheet, table, making.language);
}

type Sheet = ExcelJS.Worksheet;
/** `wrapped` breaks long text into lines; `figures` sets all but the first cell to the end, as numbers are. */
type Manner = { readonly head?: boolean; readonly wrapped?: boolean; readonly figures?: boolean };

/** The height of a line, in points. */
const LINE = 15;

function addRow(sheet: Sheet, cells: readonly Cell[], manner: Manner = {}): void {
  const { head = false, wrapped = head, figures = false } = manner;
  const row = sheet.addRow([...cells]);
  if (head) row.font = { bold: true };
  row.alignment = { vertical: "top", wrapText: wrapped };
  if (figures)
    row.eachCell((cell, column) => {
      if (column > 1) cell.alignment = { vertical: "top", wrapText: wrapped, horizontal: "right" };
    });
  // A row keeps the height that it is given, and one that is given none may stay as high as one line.
  const lines = cells.map((cell, index) =>
    Math.ceil(String(cell ?? "").length / ((sheet.getColumn(index + 1).width ?? LINE) - 1)),
  );
  if (wrapped) row.height = LINE * Math.max(1, ...lines);
}

/** A count that is printed by itself is a number; a range, or a count among other words, is text. */
const shownCell = ({ shown, status, lower }: AnnexRow): Cell =>
  status === "count" && /^\d[\d.,\s]*$/.test(String(shown)) ? lower : shown;

/** The caption, the head and the rows of a table, then a row of space. */
function addTable(sheet: Sheet, { caption, columns, rows, of }: ReportTable, language: Language): void {
  const figures = of === "figures";
  const said = (wording: Wording) => worded(wording, language);
  addRow(sheet, [said(caption)]);
  sheet.lastRow?.eachCell((cell) => {
    cell.font = { bold: true, italic: true };
  });
  addRow(sheet, columns.map(said), { head: true, figures });
  for (const { heading, cells } of rows)
    addRow(sheet, [said(heading), ...cells.map((cell) => exactCount(cell) ?? said(cell))], {
      wrapped: true,
      figures,
    });
  addRow(sheet, []);
}

/** Text in a running head, in which an ampersand begins an instruction. */
const asHeader = (text: string): string => (text === "" ? "" : `&C${text.replaceAll("&", "&&")}`);
