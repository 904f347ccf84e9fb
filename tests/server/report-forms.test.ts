import { parse as parseCsv } from "csv-parse/sync";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { makeRelease } from "@/domain/disclosure/release";
import { annexCsv } from "@/domain/edition/annex-csv";
import type { Edition } from "@/domain/edition/edition";
import { findingsOf } from "@/domain/findings/finding";
import { roundOf } from "@/domain/report/annex";
import { reportOf } from "@/domain/report/report";
import { addResponse, emptyTally } from "@/domain/tally/tally";
import { annexXlsx } from "@/server/render/xlsx";
import { drawnRound } from "../support/drawn-rounds";
import { facts, language } from "../support/report-facts";
import {
  FORMS,
  type ReadReport,
  read,
  reportPages,
  SET_IN_LINES,
  withoutBreaks,
} from "../support/report-forms";
import { richEdition } from "../support/rich-edition";

/** Editions of one round each, drawn so that small numbers and hidden ones are frequent. */
function drawnEditions(like: Edition): Edition[] {
  const [round] = facts.rounds;
  if (round === undefined) throw new Error("the facts hold a round");
  return fc.sample(drawnRound, { numRuns: 5, seed: 2011 }).map(({ questionnaire, responses }) => {
    const tally = emptyTally(questionnaire);
    for (const answers of responses) addResponse(tally, answers, 1);
    const seats = responses.length + 3;
    const release = makeRelease(questionnaire, tally, { invited: seats, issued: seats, replaced: 0 }, {});
    const rounds = [{ ...round, questionnaire, release, findings: findingsOf(questionnaire, release) }];
    return { ...like, report: reportOf({ ...facts, rounds }) };
  });
}

let editions: readonly Edition[] = [];
let pages: readonly ReadReport[] = [];

beforeAll(async () => {
  const rich = await richEdition();
  editions = [rich, ...drawnEditions(rich)];
  pages = reportPages(editions).map((html, index) => read(html, editions[index] ?? rich));
}, 180_000);

/** Every edition with its page. */
const pairs = () =>
  editions.flatMap((edition, index) => {
    const page = pages[index];
    return page === undefined ? [] : [{ edition, page }];
  });

type DataRow = Readonly<Record<string, string>>;

const dataOf = (edition: Edition): DataRow[] =>
  parseCsv(annexCsv(edition, language), { bom: true, columns: true }) as DataRow[]; // with `columns`, rows are records of texts

/** Without the apostrophe that keeps a spreadsheet from taking a text for a formula. */
const unguarded = (text: string) => text.replace(/^'(?=[=+\-@])/, "");

const spaced = (text: string) => text.replaceAll(/\s+/g, " ").trim();

describe("the forms of one report", () => {
  it.each(Object.keys(FORMS))(
    "[R50] says word for word and cell by cell what the page says: %s",
    async (name) => {
      for (const { edition, page } of pairs()) {
        const alike = SET_IN_LINES.includes(name) ? withoutBreaks : (of: ReadReport) => of;
        const form = alike(read((await FORMS[name]?.(edition)) ?? "", edition));
        const expected = alike(page);
        expect(page.tables.length).toBeGreaterThan(8);
        expect(page.prose.length).toBeGreaterThan(50);
        expect(form.tables).toEqual(expected.tables);
        expect(form.prose).toEqual(expected.prose);
      }
    },
    180_000,
  );

  it("[R51] every figure of the data stands in the report, in the table, the row and the column that it names", () => {
    for (const { edition, page } of pairs())
      for (const row of dataOf(edition)) {
        const [table = "", heading = "", column = "", shown = ""] = [
          row.table,
          row.row,
          row.column,
          row.shown,
        ].map((text) => spaced(unguarded(text ?? "")));
        const printed = page.tables
          .filter(({ caption }) => caption === table)
          .flatMap(({ rows: [head = [], ...rows] }) =>
            rows
              .filter(([first]) => first === heading)
              .map((cells) => cells[column === "" ? 1 : head.indexOf(column)]),
          );
        expect(printed, JSON.stringify(row)).toContain(shown);
      }
  });

  it("[R51] every figure that a table of figures prints is in the data", () => {
    for (const { edition, page } of pairs()) {
      const tables = edition.report.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === "table" ? [block.table] : [])),
      );
      const printed = page.tables.flatMap(({ rows: [, ...rows] }, index) =>
        tables[index]?.of === "figures"
          ? rows.flatMap(([, ...cells]) => cells.filter((cell) => cell !== "–"))
          : [],
      );
      const rows = dataOf(edition).filter(({ table }) =>
        tables.some(
          ({ of }, index) =>
            of === "figures" && page.tables[index]?.caption === spaced(unguarded(table ?? "")),
        ),
      );
      expect(rows.map(({ shown }) => spaced(unguarded(shown ?? ""))).toSorted()).toEqual(printed.toSorted());
    }
  });

  it("[R52] a count that is shown has itself as its bounds, a hidden one two that differ, and n is what the table says", () => {
    const rows = editions.flatMap(dataOf);
    for (const { status, shown, lower, upper } of rows) {
      if (status === "count") expect([lower, upper]).toEqual([lower, lower]);
      else if (status === "oneOrTwo" || status === "notShown" || status === "allOrNearlyAll")
        expect(Number(lower)).toBeLessThan(Number(upper));
      else expect([lower, upper], shown).toEqual(["", ""]);
    }
    const statuses = new Set(rows.map(({ status }) => status));
    for (const status of [
      "count",
      "oneOrTwo",
      "notShown",
      "allOrNearlyAll",
      "inTotal",
      "notGiven",
      "measure",
    ])
      expect(statuses).toContain(status);
    const shares = rows.filter(({ shown }) => / of \d+ \(/.test(shown ?? ""));
    expect(shares.length).toBeGreaterThan(0);
    for (const { shown, n } of shares) expect(shown).toContain(` of ${n} (`);
  });

  it("[R53] the workbook holds the data as the CSV does and the tables of each round as the page does, exact counts as numbers", async () => {
    for (const { edition, page } of pairs()) {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await annexXlsx(edition, language)).slice().buffer);
      const [, data, , ...rounds] = workbook.worksheets;
      const csv = parseCsv(annexCsv(edition, language), { bom: true }) as string[][]; // without `columns`, lists of texts
      expect(sheetRows(data).map((row) => row.map(String))).toEqual(
        csv.map((row) => trimmed(row.map(unguarded))),
      );
      for (const row of sheetRows(data).slice(1))
        if (row[8] === "count" && /^\d+$/.test(String(row[7]))) expect(typeof row[7]).toBe("number");
      expect(data?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
      const inRounds = edition.report.sections.flatMap((section) =>
        section.blocks.flatMap((block) => (block.kind === "table" ? [roundOf(section)] : [])),
      );
      edition.report.rounds.forEach((number, index) => {
        const expected = page.tables.filter((_, at) => inRounds[at] === number);
        const printed = expected.flatMap(({ caption, rows }) => [[caption], ...rows, []]);
        const rows = sheetRows(rounds[index]);
        expect(rows.map((row) => trimmed(row.map((cell) => spaced(String(cell)))))).toEqual(
          printed.slice(0, rows.length),
        );
        expect(rows.length).toBe(printed.length - 1);
        expect(rows.flat().some((cell) => typeof cell === "number")).toBe(true);
      });
    }
  });
});

/** Rows of a sheet as they were written, without what is empty at their ends. */
function sheetRows(sheet: ExcelJS.Worksheet | undefined): (string | number)[][] {
  const rows: (string | number)[][] = [];
  sheet?.eachRow({ includeEmpty: true }, (row) => {
    const cells: (string | number)[] = [];
    row.eachCell({ includeEmpty: true }, ({ value }) => {
      if (value !== null && typeof value !== "string" && typeof value !== "number")
        throw new Error("a cell holds text or a number, never a formula");
      cells.push(value ?? "");
    });
    rows.push(trimmed(cells));
  });
  return rows;
}

/** Without the blanks at its end. */
function trimmed<Cell>(cells: readonly Cell[]): Cell[] {
  const kept = [...cells];
  while (kept.length > 0 && kept.at(-1) === "") kept.pop();
  return kept;
}
