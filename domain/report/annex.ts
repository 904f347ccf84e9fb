import type { Report, ReportTable, Section, Wording } from "./document";
import { type Language, worded } from "./wording";

/** How a figure may be read; each is explained under `reportFiles.annex.statuses`. */
export const STATUSES = [
  "count",
  "oneOrTwo",
  "notShown",
  "allOrNearlyAll",
  "tooFew",
  "inTotal",
  "notGiven",
  "measure",
  "words",
] as const;
type Status = (typeof STATUSES)[number];

/** The columns of the data, in their order; each is explained under `reportFiles.annex.columns`. */
export const ANNEX_COLUMNS = [
  "round",
  "section",
  "agenda_question",
  "item",
  "table",
  "row",
  "column",
  "shown",
  "status",
  "lower",
  "upper",
  "n",
  "simulated",
] as const;

/** One figure of a report. Numbers stand where a count is known, or its bounds are. */
export type AnnexRow = Readonly<Record<(typeof ANNEX_COLUMNS)[number], string | number | null>>;

/** What a figure may be: its status, and of a count the numbers that it lies between, both included. */
type Reading = { readonly status: Status; readonly lower: number | null; readonly upper: number | null };

/** Where in a report a table stands. */
type Standing = {
  readonly section: Section;
  readonly round: number | null;
  readonly agendaQuestion: string;
  readonly item: string;
};

/** Every table of a report with the question and the item under which it stands. */
function standingTables({ sections }: Report): (Standing & { readonly table: ReportTable })[] {
  return sections.flatMap((section) => {
    const round = roundOf(section);
    let [agendaQuestion, item] = ["", ""];
    return section.blocks.flatMap((block) => {
      if (block.kind === "agendaQuestion") agendaQuestion = block.text;
      if (block.kind === "item") item = block.prompt;
      return block.kind === "table" ? [{ section, round, agendaQuestion, item, table: block.table }] : [];
    });
  });
}

/** Sections of a round are named by its number. */
export function roundOf({ id }: Section): number | null {
  const [, number] = /^round-(\d+)(?:-|$)/.exec(id) ?? [];
  return number === undefined ? null : Number(number);
}

/**
 * Every figure of a report, one to a row, from the report's own tables: what no table prints cannot enter. Tables that
 * explain in words give none.
 */
export function annexRows(report: Report, language: Language): AnnexRow[] {
  return standingTables(report).flatMap(({ section, round, agendaQuestion, item, table }) => {
    const common = {
      section: worded(section.heading, language),
      agenda_question: agendaQuestion,
      item,
      table: worded(table.caption, language),
      simulated: report.simulated ? "yes" : "no",
    };
    return table.rows.flatMap((row) =>
      row.cells.flatMap((cell, index): AnnexRow[] => {
        const reading = readingOf(cell);
        if (keyOf(cell) === ITSELF || (table.of === "words" && reading.status === "words")) return [];
        const column = row.across ? "" : worded(table.columns[index + 1] ?? "", language);
        return [
          {
            ...common,
            ...reading,
            round: round ?? numberIn(row.heading),
            row: worded(row.heading, language),
            column,
            shown: worded(cell, language),
            n: ownN(cell) ?? positionsIn(table, row),
          },
        ];
      }),
    );
  });
}

/** Where a matrix has its diagonal, there is nothing to tell. */
const ITSELF = "measures.itself";

const keyOf = (wording: Wording): string =>
  typeof wording === "string" || !("key" in wording) ? "" : wording.key;

const numberOf = (wording: Wording, name: string): number | null => {
  const value = typeof wording !== "string" && "key" in wording ? wording.values[name] : undefined;
  return typeof value === "number" ? value : null;
};

/** Where rounds are rows, the row tells its number. */
const numberIn = (heading: Wording): number | null =>
  keyOf(heading) === "report.roundName" ? numberOf(heading, "number") : null;

/** A share is printed with what it is a share of. */
const ownN = (cell: Wording): number | null =>
  keyOf(cell) === "movement.columns.share" ? numberOf(cell, "n") : null;

const isPositions = (wording: Wording | undefined): boolean =>
  wording !== undefined && /^report\.(columns|groups)\.n$/.test(keyOf(wording));

/** How many took a position, where the row or the table says so. */
function positionsIn({ columns, rows }: ReportTable, row: ReportTable["rows"][number]): number | null {
  const ownColumn = columns.findIndex((column, index) => index > 0 && isPositions(column));
  const cell =
    ownColumn > 0 && !row.across
      ? row.cells[ownColumn - 1]
      : rows.find(({ heading }) => isPositions(heading))?.cells[0];
  return cell === undefined ? null : numberOf(cell, "count");
}

const STATUS_OF_WORDS: Readonly<Record<string, Status>> = {
  "report.columns.tooFew": "tooFew",
  "movement.columns.tooFew": "tooFew",
  "report.columns.inTotal": "inTotal",
  "measures.notGiven": "notGiven",
  "measures.last": "words",
  "measures.nobodySilent": "words",
  "movement.columns.notGiven": "notGiven",
};

/** How a cell may be read, by the message that words it. */
function readingOf(cell: Wording): Reading {
  const key = keyOf(cell);
  const within = (status: Status, lower: number | null, upper: number | null): Reading => ({
    status,
    lower,
    upper,
  });
  if (key === "findings.cells.count" || key === "movement.columns.share")
    return within("count", numberOf(cell, "count"), numberOf(cell, "count"));
  const [, hidden] = /^findings\.cells\.(oneOrTwo|notShown|allOrNearlyAll)$/.exec(key) ?? [];
  if (hidden !== undefined)
    // The expression admits these three alone.
    return within(hidden as Status, numberOf(cell, "from"), numberOf(cell, "to"));
  const status = STATUS_OF_WORDS[key];
  if (status !== undefined) return within(status, null, null);
  return within(/^(measures|movement\.columns)\./.test(key) ? "measure" : "words", null, null);
}

/** The number of a cell that is a count and nothing else, shown exactly; null of any other. */
export const exactCount = (cell: Wording): number | null =>
  keyOf(cell) === "findings.cells.count" ? numberOf(cell, "count") : null;
