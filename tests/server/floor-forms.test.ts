import { parse as parseCsv } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { annexCsv } from "@/domain/edition/annex-csv";
import type { Edition } from "@/domain/edition/edition";
import { annexXlsx } from "@/server/render/xlsx";
import { language } from "../support/report-facts";
import { FORMS, read } from "../support/report-forms";
import { richEdition } from "../support/rich-edition";

const CAPTION = "From the floor, on “";

/** The same report with the sections of one round alone: of the first something was noted, of the second nothing. */
async function ofRound(number: number): Promise<Edition> {
  const edition = await richEdition();
  const sections = edition.report.sections.filter(({ id }) => id.startsWith(`round-${number}-question`));
  return { ...edition, report: { ...edition.report, sections } };
}

async function cellsOf(edition: Edition): Promise<string[]> {
  const workbook = new ExcelJS.Workbook();
  const bytes = Buffer.from(await annexXlsx(edition, language));
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return workbook.worksheets.flatMap((sheet) =>
    sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? row.map((cell) => String(cell)) : [])),
  );
}

describe("the figure of the floor in the forms of a report", () => {
  it.each(Object.keys(FORMS))(
    "[Z17] stands in a table of its own where there is one, and nowhere else: %s",
    async (name) => {
      const tablesOf = async (edition: Edition) =>
        read((await FORMS[name]?.(edition)) ?? "", edition).tables.filter(({ caption }) =>
          caption.startsWith(CAPTION),
        );
      const [table, ...more] = await tablesOf(await ofRound(1));
      expect(more).toEqual([]);
      expect(table?.rows).toEqual([
        ["Theme", "From the floor"],
        ["Go slowly", "7"],
        ["Be open about <cost>", "4"],
      ]);
      expect(await tablesOf(await ofRound(2))).toEqual([]);
    },
    120_000,
  );

  it("[Z17] stands in the data, as CSV and as a workbook", async () => {
    const rows = (edition: Edition) =>
      (
        parseCsv(annexCsv(edition, language), { bom: true, columns: true }) as Record<string, string>[]
      ).filter(({ column }) => column === "From the floor");
    const [first, second] = [await ofRound(1), await ofRound(2)];
    expect(rows(first)).toMatchObject([
      { row: "Go slowly", shown: "7", status: "count", lower: "7", upper: "7", n: "" },
      { row: "Be open about <cost>", shown: "4", status: "count", lower: "4", upper: "4", n: "" },
    ]);
    expect(rows(second)).toEqual([]);
    // The head of the table, and the column of each of its two figures.
    expect((await cellsOf(first)).filter((cell) => cell === "From the floor")).toHaveLength(3);
    expect((await cellsOf(second)).filter((cell) => /From the floor/.test(cell))).toEqual([]);
  });
});
