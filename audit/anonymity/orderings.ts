import type { Row, Table } from "./dump";

/** An order in which seats stand somewhere: per seat (by number) a value that sorts it, whatever the value means. */
export type Ordering = {
  readonly name: string;
  readonly places: ReadonlyMap<number, number>;
  /** Whether the values are measures (times, ids, places), so that a distance between two means something. */
  readonly isMeasure: boolean;
};

/** What tells whose a row is: a word, or bytes in hexadecimal, to the seat's number. Only the simulation knows it. */
export type Marks = ReadonlyMap<string, number>;

/** Names by which what differs from run to run is called alike: ids of rounds, with and without dashes. */
export type Names = ReadonlyMap<string, string>;

type OwnedRow = { readonly seat: number; readonly row: Row };

/** A row and the seats whose marks stand in it. */
type ReadRow = { readonly row: Row; readonly seats: ReadonlySet<number> };

/** Fewer rows than this give no order worth the name. */
const FEWEST = 3;

/** The seats whose marks stand in a row. */
function seatsIn(row: Row, marks: Marks): Set<number> {
  const seats = new Set<number>();
  for (const { text } of Object.values(row.values))
    for (const word of text?.split(/[^A-Za-z0-9_-]+/) ?? []) {
      const seat = marks.get(/^x[0-9a-f]+$/.test(word) ? word.slice(1) : word);
      if (seat !== undefined) seats.add(seat);
    }
  return seats;
}

/** The rows that belong to one seat each. */
const ownedRows = (rows: readonly ReadRow[]): OwnedRow[] =>
  rows.flatMap(({ row, seats }) => {
    const [seat, ...others] = seats;
    return seat === undefined || others.length > 0 ? [] : [{ seat, row }];
  });

/** The rows that name several seats, each seat's apart: lists that grow or shrink tell an order too. */
const lists = (rows: readonly ReadRow[]): OwnedRow[] =>
  rows.flatMap(({ row, seats }) => (seats.size > 1 ? [...seats].map((seat) => ({ seat, row })) : []));

const textOf = ({ row }: OwnedRow, column: string) => row.values[column]?.text ?? "";

/** Columns whose value names a kind of rows, of which each is most seats' and none is a seat's own. */
function kindColumns(rows: readonly OwnedRow[]): string[] {
  const seats = new Set(rows.map(({ seat }) => seat)).size;
  return Object.keys(rows[0]?.row.values ?? {}).filter((column) => {
    const kinds = Map.groupBy(rows, (owned) => textOf(owned, column));
    const ofSeats = [...kinds.values()].map((kind) => new Set(kind.map(({ seat }) => seat)).size);
    const average = ofSeats.reduce((sum, size) => sum + size, 0) / kinds.size;
    return kinds.size > 1 && average * 3 >= seats;
  });
}

/** The rows apart by kind, where seats have several. */
function byKind(rows: readonly OwnedRow[], names: Names): Map<string, OwnedRow[]> {
  const seats = new Set(rows.map(({ seat }) => seat)).size;
  const columns = seats === rows.length ? [] : kindColumns(rows);
  const kindOf = (owned: OwnedRow) =>
    columns.map((column) => names.get(textOf(owned, column)) ?? textOf(owned, column)).join(", ");
  return Map.groupBy(rows, kindOf);
}

/** Texts as numbers that sort alike. */
function asRanks(texts: readonly string[]): number[] {
  const sorted = [...new Set(texts)].sort();
  const rank = new Map(sorted.map((text, index) => [text, index]));
  return texts.map((text) => rank.get(text) ?? 0);
}

/** Every value by which these rows could be sorted, each with its name. */
function sortings(rows: readonly OwnedRow[]): { name: string; values: number[]; isMeasure: boolean }[] {
  const found: { name: string; values: number[]; isMeasure: boolean }[] = [];
  for (const name of ["ctid", "xmin", "xmax", "cmin"] as const)
    found.push({ name, values: rows.map(({ row }) => row.hidden[name]), isMeasure: true });
  for (const column of Object.keys(rows[0]?.row.values ?? {})) {
    const stored = rows.map(({ row }) => row.values[column]);
    const measured = stored.every((value) => value?.text === null || value?.number !== null);
    found.push({
      name: column,
      values: measured
        ? stored.map((value) => value?.number ?? 0)
        : asRanks(stored.map((v) => v?.text ?? "")),
      isMeasure: measured,
    });
    found.push({ name: `length of ${column}`, values: stored.map((v) => v?.bytes ?? 0), isMeasure: true });
    found.push({ name: `chunk of ${column}`, values: stored.map((v) => v?.chunk ?? 0), isMeasure: true });
  }
  return found.filter(({ values }) => new Set(values).size > 1);
}

/** One value per seat of several: the first, the last, and how many there are. */
function perSeat(
  rows: readonly OwnedRow[],
  { name, values, isMeasure }: ReturnType<typeof sortings>[number],
): Ordering[] {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const [index, { seat }] of rows.entries()) {
    const value = values[index] ?? 0;
    first.set(seat, Math.min(first.get(seat) ?? value, value));
    last.set(seat, Math.max(last.get(seat) ?? value, value));
  }
  if (first.size === rows.length) return [{ name, places: first, isMeasure }];
  return [
    { name: `first ${name}`, places: first, isMeasure },
    { name: `last ${name}`, places: last, isMeasure },
  ].filter(({ places }) => new Set(places.values()).size > 1);
}

function countOf(rows: readonly OwnedRow[]): Ordering[] {
  const counts = new Map<number, number>();
  for (const { seat } of rows) counts.set(seat, (counts.get(seat) ?? 0) + 1);
  return new Set(counts.values()).size > 1
    ? [{ name: "number of rows", places: counts, isMeasure: true }]
    : [];
}

/** Every order in which a table has the seats: by each of its columns and by all that stands beside its rows. */
export function orderingsOf(table: Table, marks: Marks, names: Names): Ordering[] {
  const read = table.rows.map((row) => ({ row, seats: seatsIn(row, marks) }));
  const place = `${table.database} ${named(table.name, names)}`;
  const parts = [...byKind(ownedRows(read), names)].map(
    ([kind, part]) => [kind === "" ? place : `${place} (${kind})`, part] as const,
  );
  return [...parts, [`${place}, its lists`, lists(read)] as const].flatMap(([where, part]) => {
    if (new Set(part.map(({ seat }) => seat)).size < FEWEST) return [];
    const found = [...sortings(part).flatMap((sorting) => perSeat(part, sorting)), ...countOf(part)];
    return found.map(({ name, ...ordering }) => ({ ...ordering, name: `${where} by ${name}` }));
  });
}

/** The name of a table without the schema of all and with names for ids. */
function named(table: string, names: Names): string {
  const bare = table.replace(/^public\./, "");
  return bare.replace(/[0-9a-f]{32}/, (id) => names.get(id) ?? id);
}

/** The order in which a log mentions the seats, where it mentions any. */
export function orderInLog(name: string, log: string, marks: Marks): Ordering[] {
  const places = new Map<number, number>();
  for (const { 0: word, index } of log.matchAll(/[A-Za-z0-9_-]{8,}/g)) {
    const seat = marks.get(word);
    if (seat !== undefined && !places.has(seat)) places.set(seat, index);
  }
  return places.size < FEWEST ? [] : [{ name: `${name} by line`, places, isMeasure: true }];
}
