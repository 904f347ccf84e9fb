import { CsvError, parse } from "csv-parse/sync";
import type { Issue } from "@/domain/issue";
import { comparable, type DelegationKind, delegationNamed, findDelegation } from "./delegations";
import type { RegionalGroup } from "./delegations-member-states";
import { regionalGroupNamed } from "./regional-group";
import { type Column, headerOf, WITHOUT_HEADER } from "./seat-columns";

/** Most rows that one text may add. */
export const MOST_ROWS = 1_000;
/** Most bytes of one text, in UTF-8. */
const MOST_TEXT_BYTES = 200_000;

/** A seat to be added. */
export type NewSeat = {
  readonly delegation: string;
  readonly kind: DelegationKind;
  readonly regionalGroup: RegionalGroup | null;
};

/** A line of a text: the seat it adds, or what is wrong with it. */
type SeatRow = {
  /** Where the row stands in the text, from 1. */
  readonly line: number;
  /** What stands there. */
  readonly raw: string;
  readonly seat: NewSeat | null;
  readonly issue: Issue | null;
};

export type ReadSeats = {
  readonly rows: readonly SeatRow[];
  /** What is wrong with the text as a whole; it then has no rows. */
  readonly issue: Issue | null;
};

type Cells = { readonly line: number; readonly cells: readonly string[] };

const KIND_NAMES: Readonly<Record<string, DelegationKind>> = {
  "member state": "memberState",
  memberstate: "memberState",
  "observer state": "observerState",
  observerstate: "observerState",
  organisation: "organisation",
  organization: "organisation",
  other: "other",
};

const kindNamed = (text: string): DelegationKind | null => KIND_NAMES[comparable(text)] ?? null;

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
function recordsIn(text: string): readonly Cells[] | Issue {
  const records: Cells[] = [];
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
        records.push({ line: lines, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { code: "seats_quote_open", values: { line: lineWrittenAfter(text, records.at(-1)?.line ?? 0) } };
  }
  return records.filter(({ cells }) => cells.some((cell) => cell !== ""));
}

/** What the cells of a row say, or that there are more of them than columns. */
function partsOf(cells: readonly string[], columns: readonly Column[] | null) {
  // A name with a comma of its own, "Korea, Republic of", has been taken apart; whole, it is known.
  const whole = columns === null && cells.length > 1 ? delegationNamed(cells.join(" ")) : undefined;
  if (whole !== undefined) return { delegation: whole.name, rest: [] };
  const last = cells.findLastIndex((cell) => cell !== "");
  if (last >= (columns ?? WITHOUT_HEADER).length) return null;
  const at = columns?.indexOf("delegation") ?? 0;
  const rest = cells.filter((cell, index) => index !== at && columns?.[index] !== "unread" && cell !== "");
  return { delegation: cells[at] ?? "", rest };
}

/** The seat of a row, or what is wrong with it, looked at by itself. */
function readRow(cells: readonly string[], columns: readonly Column[] | null): NewSeat | Issue {
  const parts = partsOf(cells, columns);
  if (parts === null) return { code: "seat_too_many_columns" };
  const { delegation, rest } = parts;
  if (delegation === "") return { code: "seat_blank" };
  if (delegation.length > 200) return { code: "seat_name_too_long" };
  const unread = rest.find((cell) => regionalGroupNamed(cell) === null && kindNamed(cell) === null);
  if (unread !== undefined) return { code: "seat_column_unknown", values: { text: unread } };
  const known = delegationNamed(delegation);
  if (known !== undefined)
    return { delegation: known.name, kind: known.kind, regionalGroup: known.regionalGroup };
  const kind = rest.map(kindNamed).find((named) => named !== null);
  if (kind === "organisation" || kind === "other") {
    const regionalGroup = rest.map(regionalGroupNamed).find((named) => named !== null) ?? null;
    return { delegation, kind, regionalGroup };
  }
  const answer = findDelegation(delegation);
  const suggestions = answer.found === null ? answer.suggestions.map(({ name }) => name).join(" / ") : "";
  return suggestions === ""
    ? { code: "seat_unknown", values: { name: delegation } }
    : { code: "seat_unknown_similar", values: { name: delegation, suggestions } };
}

/**
 * The seats that a text adds to a panel: pasted names or CSV, with or without a header, line by line with what is wrong.
 * A name that is not known is added only if its row says that it is an `organisation` or `other`.
 */
export function readSeats(text: string, onPanel: readonly string[]): ReadSeats {
  const nothing = (issue: Issue): ReadSeats => ({ rows: [], issue });
  if (new TextEncoder().encode(text).length > MOST_TEXT_BYTES)
    return nothing({ code: "seats_text_too_long" });
  const records = recordsIn(text);
  if ("code" in records) return nothing(records);
  const columns = records[0] === undefined ? null : headerOf(records[0].cells);
  const lines = columns === null ? records : records.slice(1);
  if (lines.length === 0) return nothing({ code: "seats_none" });
  if (lines.length > MOST_ROWS)
    return nothing({ code: "seats_too_many", values: { most: MOST_ROWS, rows: lines.length } });
  const seated = new Set(onPanel.map(comparable));
  const first = new Map<string, number>();
  const rows = lines.map(({ line, cells }): SeatRow => {
    const wrong = (issue: Issue) => ({ line, raw: cells.join(", "), seat: null, issue });
    const read = readRow(cells, columns);
    if ("code" in read) return wrong(read);
    const key = comparable(read.delegation);
    const values = { name: read.delegation, first: first.get(key) ?? line };
    if (first.has(key)) return wrong({ code: "seat_repeated", values });
    first.set(key, line);
    if (seated.has(key)) return wrong({ code: "seat_on_panel", values });
    return { line, raw: cells.join(", "), seat: read, issue: null };
  });
  return { rows, issue: null };
}
