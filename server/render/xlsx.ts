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
  const say = (key: string, values: Record<string, number> = {}) =>
    language.translate(`reportFiles.annex.${key}`, values);
  const workbook = new ExcelJS.Workbook();
  const creator = report.coHosts.join(", ");
  Object.assign(workbook, {
    title: report.title,
    subject: report.subject,
    creator,
    lastModifiedBy: creator,
    created: new Date(publishedAt),
    modified: new Date(publishedAt),
  });
  const notices = runningNotices(edition, language).join(" · ");
  const sheet = (name: string, widths: readonly number[], frozen: number) => {
    const made = workbook.addWorksheet(name, {
      views: [{ state: "frozen", ySplit: frozen, rightToLeft: isRightToLeft(language.locale) }],
      pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      headerFooter: { oddHeader: asHeader(notices), oddFooter: "&P / &N" },
    });
    made.columns = widths.map((width) => ({ width }));
    return made;
  };

  const readMe = sheet(say("readMe"), [30, 100], 0);
  readMe.addRow([report.title]).font = { bold: true, size: 14 };
  readMe.addRow([say("opening")]);
  for (const { label, words } of provenance(edition, language))
    addRow(readMe, [label, words], { wrapped: true });

  const data = sheet(say("data"), [8, 30, 40, 40, 40, 44, 24, 22, 15, 8, 8, 8, 11], 1);
  addRow(data, ANNEX_COLUMNS, { head: true });
  for (const row of annexRows(report, language))
    addRow(
      data,
      ANNEX_COLUMNS.map((column) => (column === "shown" ? shownCell(row) : row[column])),
    );
  data.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: ANNEX_COLUMNS.length } };

  const meanings = sheet(say("codebook"), [12, 30, 100], 1);
  addRow(meanings, [say("kind"), say("name"), say("meaning")], { head: true });
  for (const { kind, name, meaning } of codebook(edition, language))
    addRow(meanings, [kind, name, meaning], { wrapped: true });

  for (const number of report.rounds) {
    const tables = report.sections
      .filter((section) => roundOf(section) === number)
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? [block.table] : [])));
    const round = sheet(say("round", { number }), [60, ...Array.from({ length: 12 }, () => 16)], 0);
    for (const table of tables) addTable(round, table, language);
  }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return restamped(bytes, publishedAt, (text) => text);
}

type Sheet = ExcelJS.Worksheet;
type Manner = { readonly head?: boolean; readonly wrapped?: boolean };

function addRow(sheet: Sheet, cells: readonly Cell[], { head = false, wrapped = head }: Manner = {}): void {
  const row = sheet.addRow([...cells]);
  if (head) row.font = { bold: true };
  row.alignment = { vertical: "top", wrapText: wrapped };
}

/** A count that is printed by itself is a number; a range, or a count among other words, is text. */
const shownCell = ({ shown, status, lower }: AnnexRow): Cell =>
  status === "count" && /^\d[\d.,\s]*$/.test(String(shown)) ? lower : shown;

/** The caption, the head and the rows of a table, then a row of space. */
function addTable(sheet: Sheet, { caption, columns, rows }: ReportTable, language: Language): void {
  const said = (wording: Wording) => worded(wording, language);
  addRow(sheet, [said(caption)]);
  sheet.lastRow?.eachCell((cell) => {
    cell.font = { bold: true, italic: true };
  });
  addRow(sheet, columns.map(said), { head: true });
  for (const { heading, cells } of rows)
    addRow(sheet, [said(heading), ...cells.map((cell) => exactCount(cell) ?? said(cell))], { wrapped: true });
  addRow(sheet, []);
}

/** Text in a running head, in which an ampersand begins an instruction. */
const asHeader = (text: string): string => (text === "" ? "" : `&C${text.replaceAll("&", "&&")}`);
