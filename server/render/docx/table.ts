import "server-only";
import {
  AlignmentType,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { ReportTable, Wording } from "@/domain/report/document";
import { worded } from "@/domain/report/wording";
import { PAGE, STYLE } from "./styles";
import { paragraph, type Setting, wordingRuns } from "./text";

/** From so many columns on, heads stand upright: across, they would break within words. */
const UPRIGHT_FROM = 8;
/** Twentieths of a point: what a character of table text takes on average, and a cell beside its text. */
const CHARACTER = 98;
const PADDING = 160;
/** Longest text that asks for a width of its own, in characters; longer ones break. */
const LONGEST = 46;

/** A table of the report: its heads are repeated on each page, and no row is split between pages. */
export function reportTable(table: ReportTable, setting: Setting): Table {
  const upright = table.columns.length >= UPRIGHT_FROM;
  const widths = columnWidths(table, upright, setting);
  const aligned = table.of === "figures" ? AlignmentType.END : AlignmentType.START;
  const cell = (wording: Wording, at: number, style: string, more: object = {}, span = 1) =>
    new TableCell({
      children: [
        paragraph(style, wordingRuns(wording, setting), setting, {
          alignment: at === 0 ? AlignmentType.START : aligned,
        }),
      ],
      width: {
        size: widths.slice(at, at + span).reduce((sum, width) => sum + width, 0),
        type: WidthType.DXA,
      },
      ...(span > 1 ? { columnSpan: span } : {}),
      ...more,
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    ...(upright ? { height: { value: headHeight(table, setting), rule: HeightRule.ATLEAST } } : {}),
    children: table.columns.map((column, at) =>
      cell(column, at, STYLE.tableHead, {
        verticalAlign: VerticalAlignTable.BOTTOM,
        ...(upright && at > 0 ? { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT } : {}),
      }),
    ),
  });
  const rows = table.rows.map(
    ({ heading, cells, across }) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(heading, 0, STYLE.tableText),
          ...cells.map((wording, index) =>
            cell(wording, index + 1, STYLE.tableText, {}, across ? table.columns.length - 1 : 1),
          ),
        ],
      }),
  );
  return new Table({
    style: STYLE.table,
    width: { size: PAGE.text, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    ...(setting.rightToLeft ? { visuallyRightToLeft: true } : {}),
    rows: [head, ...rows],
  });
}

/** Each column gets room for its longest word, and a share of the rest by how much more it holds. */
function columnWidths({ columns, rows }: ReportTable, upright: boolean, { language }: Setting): number[] {
  const texts = columns.map((column, at) => [
    ...(upright && at > 0 ? [] : [worded(column, language)]),
    ...rows.flatMap(({ heading, cells, across }) => {
      const wording = at === 0 ? heading : across ? undefined : cells[at - 1];
      return wording === undefined ? [] : [worded(wording, language)];
    }),
  ]);
  const least = texts.map(
    (of) =>
      PADDING +
      CHARACTER *
        longest(
          of.flatMap((text) => text.split(/\s+/)),
          3,
        ),
  );
  const wanted = texts.map((of, at) =>
    Math.max(least[at] ?? 0, PADDING + CHARACTER * Math.min(LONGEST, longest(of, 3))),
  );
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  const spare = PAGE.text - sum(least);
  if (spare <= 0) return least.map((width) => Math.floor((width * PAGE.text) / sum(least)));
  const more = wanted.map((width, at) => width - (least[at] ?? 0));
  const all = sum(more);
  return least.map((width, at) =>
    Math.floor(width + (all === 0 ? spare / least.length : (spare * (more[at] ?? 0)) / all)),
  );
}

const longest = (texts: readonly string[], least: number): number =>
  texts.reduce((most, text) => Math.max(most, text.length), least);

/** For heads that stand upright: the longest of them, up to three centimetres. */
const headHeight = ({ columns }: ReportTable, { language }: Setting): number =>
  Math.min(
    1_700,
    PADDING +
      CHARACTER *
        longest(
          columns.slice(1).map((column) => worded(column, language)),
          6,
        ),
  );
