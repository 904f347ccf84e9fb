import { CsvError, parse } from "csv-parse/sync";
import type { Issue } from "@/domain/issue";

/** Most rows that one text may add. */
export const MOST_ROWS = 1_000;
/** Most bytes of one text, in UTF-8. */
const MOST_TEXT_BYTES = 200_000;

/** A row of a text: the line in which it ends, from 1, and its cells without blanks at either end. */
export type Cells = { readonly line: number; readonly cells: readonly string[] };

const BREAK = /(\r\n|\n|\r)/;

/** The first line after so many that holds anything. */
function lineWrittenAfter(text: string, lines: number): number {
  const after = text.split(/\r\n|\n|\r/).slice(lines);
  return (
    lines +
    1 +
    Math.max(
      0,
      after.findIndex((written) => written.trim() !== ""),
    )
  );
}

/**
 * The rows of a text: CSV with commas, semicolons or tabs, or one name a line. Blank lines are passed over. Where a
 * quotation mark is left open, the issue names the line in which its row begins: the parser knows only where it gave up.
 */
export function rowsIn(text: string): readonly Cells[] | Issue {
  if (new TextEncoder().encode(text).length > MOST_TEXT_BYTES) return { code: "seats_text_too_long" };
  const rows: Cells[] = [];
  try {
    // `relax_column_count` keeps rows of any length; `info` comes with the count of lines read so far.
    parse(text, {
      bom: true,
      delimiter: [",", ";", "\t"],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lines, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { code: "seats_quote_open", values: { line: lineWrittenAfter(text, rows.at(-1)?.line ?? 0) } };
  }
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * The text with the name in a cell of that line written otherwise, and all else as it was. A name that is not found as a
 * whole cell there, as where it is broken over lines, leaves the text as it is.
 */
export function withNameInLine(text: string, line: number, written: string, name: string): string {
  const pieces = text.split(BREAK);
  const at = 2 * (line - 1);
  const cell = new RegExp(`(^\\uFEFF?|[,;\\t])(\\s*"?)${escaped(written)}(?="?\\s*(?:[,;\\t]|$))`);
  return pieces
    .map((piece, index) =>
      index === at ? piece.replace(cell, (_, before, quote) => `${before}${quote}${name}`) : piece,
    )
    .join("");
}
