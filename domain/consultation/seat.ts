import type { Issue } from "@/domain/issue";
import { comparable, type Delegation, type DelegationKind } from "./delegations";
import type { RegionalGroup } from "./delegations-member-states";
import { delegationNamed, findDelegation } from "./known-delegations";
import { type Beside, besideOf } from "./seat-cells";
import { type Column, headerOf, WITHOUT_HEADER } from "./seat-columns";
import { type Cells, MOST_ROWS, rowsIn } from "./seat-rows";

/** A seat of a panel, as far as it decides what a text adds. */
export type PlacedSeat = { readonly delegation: string; readonly place: number };

/** A seat to be added. */
export type NewSeat = PlacedSeat & {
  readonly kind: DelegationKind;
  readonly regionalGroup: RegionalGroup | null;
};

/** A row of a text: the seats that it adds, or what is wrong with it. */
type SeatRow = {
  /** The line in which the row ends, from 1. */
  readonly line: number;
  /** What stands there. */
  readonly raw: string;
  /** The name as it is written; null where the row has none. */
  readonly written: string | null;
  /** The delegation that is meant; null where something is wrong. */
  readonly delegation: Delegation | null;
  /** What it adds: none where the delegation has as many seats already. */
  readonly adds: readonly NewSeat[];
  /** How many seats the delegation has then. */
  readonly seats: number;
  /** Where mail for its seats goes. */
  readonly addresses: readonly string[];
  readonly issue: Issue | null;
  /** Delegations that a name which is not known may mean, nearest first. */
  readonly suggestions: readonly string[];
  /** What is passed over without harm. */
  readonly note: Issue | null;
};

export type ReadSeats = {
  readonly rows: readonly SeatRow[];
  /** What is wrong with the text as a whole; it then has no rows. */
  readonly issue: Issue | null;
};

/** Rows that give a delegation several seats: whoever adds them says so on purpose. */
export const rowsOfSeveral = (rows: readonly SeatRow[]): SeatRow[] =>
  rows.filter(({ adds, seats }) => adds.length > 0 && seats > 1);

type Parts = {
  readonly written: string;
  readonly beside: readonly { cell: string; column: Column | null }[];
};

/** What the cells of a row are, or null where there are more of them than columns. */
function partsOf(cells: readonly string[], columns: readonly Column[] | null): Parts | null {
  // A name with a comma of its own, "Korea, Republic of", has been taken apart; whole, it is known.
  const whole = columns === null && cells.length > 1 ? delegationNamed(cells.join(" ")) : undefined;
  if (whole !== undefined) return { written: whole.name, beside: [] };
  const last = cells.findLastIndex((cell) => cell !== "");
  if (last >= (columns ?? WITHOUT_HEADER).length) return null;
  const at = columns?.indexOf("delegation") ?? 0;
  const beside = cells.flatMap((cell, index) => {
    const column = columns?.[index] ?? null;
    return index === at || column === "unread" || cell === "" ? [] : [{ cell, column }];
  });
  return { written: cells[at] ?? "", beside };
}

type Read = Omit<SeatRow, "line" | "raw" | "adds" | "seats"> & { readonly wanted: number };

const wrong = (written: string | null, issue: Issue, suggestions: readonly string[] = []): Read => ({
  written,
  delegation: null,
  wanted: 0,
  addresses: [],
  issue,
  suggestions,
  note: null,
});

/** The delegation of a name that is not known: only a row that says that it is an organisation, or other, adds one. */
function unknownDelegation(name: string, { kind, group }: Beside): Delegation | null {
  return kind === "organisation" || kind === "other" ? { name, kind, regionalGroup: group } : null;
}

/** What a row says, looked at by itself. */
function readRow(cells: readonly string[], columns: readonly Column[] | null): Read {
  const parts = partsOf(cells, columns);
  if (parts === null) return wrong(null, { code: "seat_too_many_columns" });
  const { written } = parts;
  if (written === "") return wrong(null, { code: "seat_blank" });
  if (written.length > 200) return wrong(written, { code: "seat_name_too_long" });
  const beside = besideOf(parts.beside);
  if ("code" in beside) return wrong(written, beside);
  const known = delegationNamed(written);
  const delegation = known ?? unknownDelegation(written, beside);
  if (delegation === null) {
    const answer = findDelegation(written);
    const suggestions = answer.found === null ? answer.suggestions.map(({ name }) => name) : [];
    const values = { name: written, suggestions: suggestions.join(" / ") };
    if (suggestions.length > 0) return wrong(written, { code: "seat_unknown_similar", values }, suggestions);
    return wrong(written, { code: "seat_unknown", values: { name: written } });
  }
  const other = beside.group !== null && known !== undefined && beside.group !== known.regionalGroup;
  const note: Issue | null = other ? { code: "seat_group_kept", values: { name: delegation.name } } : null;
  const { seats: wanted, addresses } = beside;
  return { written, delegation, wanted, addresses, issue: null, suggestions: [], note };
}

/** The places of a panel by the delegation's name as names are compared. */
function placesBy(onPanel: readonly PlacedSeat[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { delegation, place } of onPanel) {
    const key = comparable(delegation);
    places.set(key, [...(places.get(key) ?? []), place]);
  }
  return places;
}

/** The seats that a delegation lacks to have as many as are wanted. */
function lacking(
  { name, kind, regionalGroup }: Delegation,
  wanted: number,
  has: readonly number[],
): NewSeat[] {
  const next = Math.max(0, ...has) + 1;
  return Array.from({ length: Math.max(0, wanted - has.length) }, (_, more) => ({
    delegation: name,
    kind,
    regionalGroup,
    place: next + more,
  }));
}

/**
 * The seats that a text adds to a panel: pasted names or CSV, with or without a header, row by row with what is wrong.
 * A name that is not known is added only if its row says that it is an `organisation` or `other`; a delegation that has
 * its seats already gets none.
 */
export function readSeats(text: string, onPanel: readonly PlacedSeat[]): ReadSeats {
  const nothing = (issue: Issue): ReadSeats => ({ rows: [], issue });
  const written = rowsIn(text);
  if ("code" in written) return nothing(written);
  const columns = written[0] === undefined ? null : headerOf(written[0].cells);
  const rows = columns === null ? written : written.slice(1);
  if (rows.length === 0) return nothing({ code: "seats_none" });
  if (rows.length > MOST_ROWS)
    return nothing({ code: "seats_too_many", values: { most: MOST_ROWS, rows: rows.length } });
  const places = placesBy(onPanel);
  const first = new Map<string, number>();
  const readOne = ({ line, cells }: Cells): SeatRow => {
    const { wanted, ...read } = readRow(cells, columns);
    const row = { line, raw: cells.join(", "), ...read, adds: [], seats: 0 };
    if (read.delegation === null) return row;
    const key = comparable(read.delegation.name);
    const before = first.get(key);
    if (before !== undefined) {
      const values = { name: read.delegation.name, first: before };
      return {
        ...row,
        delegation: null,
        addresses: [],
        note: null,
        issue: { code: "seat_repeated", values },
      };
    }
    first.set(key, line);
    const has = places.get(key) ?? [];
    const adds = lacking(read.delegation, wanted, has);
    return { ...row, adds, seats: has.length + adds.length };
  };
  return { rows: rows.map(readOne), issue: null };
}
