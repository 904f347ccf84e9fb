import { cellMessage } from "@/domain/findings/cell-words";
import type { Message } from "@/domain/findings/message";
import type { ItemMovement, MovementRow } from "@/domain/findings/movement";
import { phraseMessage, quotable } from "@/domain/findings/sentence";
import type { EarlierTotals } from "./chart";
import type { Block, ReportTable, Wording } from "./document";
import { letterOf } from "./letter";
import { slopeOf } from "./slope";

const message = (key: string, values: Message["values"] = {}): Message => ({ key, values });
const head = (name: string, values: Message["values"] = {}) => message(`movement.columns.${name}`, values);

type OfShares = Extract<ItemMovement, { kind: "scale" | "choice" | "approval" }>;
type OfPlaces = Extract<ItemMovement, { kind: "ranking" }>;

/** Rows that a sentence is spent on: the others stand in the table alone. */
const SPOKEN = ["shiftedTowards", "shiftedAway", "converged", "diverged"];

/** Whether any statement or option of an item shifted, converged or diverged. */
export const hasMoved = (movement: ItemMovement): boolean =>
  movement.kind !== "ranking" && movement.rows.some(({ key }) => SPOKEN.includes(key));

/** How an item moved, in sentences: one for every row in which something did, or one that nothing did. */
export function movementMessages(movement: ItemMovement): Message[] {
  const { since, prompt } = movement;
  if (movement.kind === "ranking") {
    const told = movement.places.every(({ before, now }) => before !== null && now !== null);
    const same = movement.places.every(({ before, now }) => before === now);
    const order = !told ? "notShown" : same ? "same" : "other";
    const values = { about: quotable(prompt), since, reworded: movement.reworded ? "yes" : "no" };
    return [message(`movement.order.${order}`, values)];
  }
  const spoken = movement.rows.filter(({ key }) => SPOKEN.includes(key));
  if (spoken.length === 0) return [message("movement.none", { about: quotable(prompt), since })];
  return spoken.map((row) => rowMessage(movement, row));
}

/** How one statement or option moved, in a sentence. */
export function rowMessage(
  { kind, since }: OfShares,
  { key, text, reworded, before, now }: MovementRow,
): Message {
  return message(`movement.${kind === "scale" ? "statement" : "option"}.${key}`, {
    about: quotable(text),
    since,
    reworded: reworded ? "yes" : "no",
    before: percentOf(before) ?? 0,
    now: percentOf(now) ?? 0,
  });
}

function percentOf({ cell, n }: MovementRow["now"]): number | null {
  return cell?.kind === "count" && n > 0 ? Math.round((100 * cell.count) / n) : null;
}

/** The totals of a scale's statements in the round with which they are compared, for its chart. */
export function earlierTotals(movement: ItemMovement | undefined): Map<string, EarlierTotals> {
  if (movement?.kind !== "scale") return new Map();
  const share = (side: MovementRow["before"] | null) =>
    side?.cell?.kind === "count" && side.n > 0 ? side.cell.count / side.n : null;
  return new Map(
    movement.rows.map(({ id, before, opposedBefore }) => [
      id,
      { for: share(before), against: share(opposedBefore) },
    ]),
  );
}

/** The table of an item's movement; `id` is unique on its page. */
export function movementTable(id: string, movement: ItemMovement, now: number): ReportTable {
  const caption = message("movement.tableCaption", { prompt: movement.prompt, since: movement.since, now });
  if (movement.kind === "ranking") return { id, of: "figures", caption, ...placesGrid(movement, now) };
  const ordered = movement.kind === "scale";
  return {
    id,
    of: "figures",
    caption,
    columns: [
      head(ordered ? "statement" : "option"),
      head("round", { number: movement.since }),
      head("round", { number: now }),
      head("change"),
      ...(ordered ? [head("dCns")] : []),
      head("movement"),
    ],
    rows: movement.rows.map((row, index) => ({
      heading: message("movement.lettered", { letter: letterOf(index), text: row.text }),
      cells: [
        shareWords(row.before),
        shareWords(row.now),
        changeWords(row.change),
        ...(ordered ? [row.dCns === null ? head("notGiven") : head("signed", { value: row.dCns })] : []),
        row.reworded ? message(`movement.reworded.${row.key}`) : phraseMessage("movement", row.key),
      ],
    })),
  };
}

function placesGrid({ places, since }: OfPlaces, now: number): Pick<ReportTable, "columns" | "rows"> {
  const placeWords = (place: number | null) => (place === null ? head("notGiven") : head("place", { place }));
  return {
    columns: [head("option"), head("placeIn", { number: since }), head("placeIn", { number: now })],
    rows: places.map(({ text, before, now: is }) => ({
      heading: text,
      cells: [placeWords(before), placeWords(is)],
    })),
  };
}

/** "34 of 45 (76 %)", or what may be known of the count. */
function shareWords({ cell, n }: MovementRow["now"]): Wording {
  if (cell === null) return head("tooFew");
  if (cell.kind !== "count") return cellMessage(cell);
  return head("share", { count: cell.count, n, percent: Math.round((100 * cell.count) / n) });
}

/** The change in percentage points with its interval. */
function changeWords(change: MovementRow["change"]): Message {
  if (change === null) return head("notGiven");
  const points = (share: number) => Math.round(100 * share);
  const { difference, low, high } = change;
  return head("points", { difference: points(difference), low: points(low), high: points(high) });
}

/** An item's movement as blocks: sentences, its table, and before it the slope chart where something moved. */
export function movementBlocks(id: string, movement: ItemMovement, now: number): Block[] {
  const { prompt, since } = movement;
  const slope =
    movement.kind !== "ranking" && hasMoved(movement) ? slopeOf(movement.rows, { since, now }) : null;
  return [
    { kind: "item", prompt },
    { kind: "paragraph", sentences: movementMessages(movement) },
    ...(slope === null ? [] : [{ kind: "slope", caption: prompt, slope } satisfies Block]),
    { kind: "table", table: movementTable(id, movement, now) },
  ];
}

/** On how many of the statements and options compared the share in support shifted. */
export function shiftsAmong(movements: readonly ItemMovement[]): { shifted: number; compared: number } {
  const rows = movements.flatMap((movement) => (movement.kind === "ranking" ? [] : movement.rows));
  const compared = rows.filter(({ change }) => change !== null);
  const shifted = compared.filter(({ key }) => key === "shiftedTowards" || key === "shiftedAway");
  return { shifted: shifted.length, compared: compared.length };
}
