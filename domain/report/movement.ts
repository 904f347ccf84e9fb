import { cellMessage } from "@/domain/findings/cell-words";
import type { Message } from "@/domain/findings/message";
import { type ItemMovement, type MovementRow, shownShare } from "@/domain/findings/movement";
import { phraseMessage, quotable } from "@/domain/findings/sentence";
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

/** How an item moved, in sentences: one for every row in which something did, or one that says why there is none. */
export function movementMessages(movement: ItemMovement): Message[] {
  const { since, prompt } = movement;
  const values = { about: quotable(prompt), since };
  if (movement.kind === "ranking") {
    const reworded = movement.reworded ? "yes" : "no";
    return [message(`movement.order.${orderOf(movement)}`, { ...values, reworded })];
  }
  const spoken = movement.rows.filter(({ key }) => SPOKEN.includes(key));
  if (spoken.length > 0) return spoken.map((row) => rowMessage(movement, row));
  return [message(`movement.quiet.${quietOf(movement)}`, values)];
}

/** What stands of an item in which nothing moved: what was measured, what could not be, or some of either. */
function quietOf({ rows }: OfShares): "still" | "noShift" | "notShown" | "partly" {
  if (rows.every(({ key }) => key === "unchanged")) return "still";
  if (rows.every(({ key }) => key === "movementNotShown")) return "notShown";
  return rows.some(({ key }) => key === "movementNotShown") ? "partly" : "noShift";
}

function orderOf({ places }: OfPlaces): "same" | "other" | "notShown" | "tooFew" {
  if (places.length < 2) return "tooFew";
  if (places.some(({ before, now }) => before === null || now === null)) return "notShown";
  return places.every(({ before, now }) => before === now) ? "same" : "other";
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
    before: percentOf(before),
    now: percentOf(now),
  });
}

const percentOf = (share: MovementRow["now"]): number => Math.round(100 * (shownShare(share) ?? 0));

/** The share in support of each statement in the round with which it is compared, where it was shown, for its chart. */
export function earlierSupport(movement: ItemMovement | undefined): Map<string, number> {
  if (movement?.kind !== "scale") return new Map();
  return new Map(
    movement.rows.flatMap(({ id, before }) => {
      const share = shownShare(before);
      return share === null ? [] : [[id, share] as const];
    }),
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
    rows: movement.rows.map((row) => ({
      heading: message("movement.lettered", { letter: letterOf(row.index), text: row.text }),
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
  const points = (share: number) => Math.round(1000 * share) / 10;
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

/** On how many of the statements and options compared the share in support shifted; nothing where none is asked in both. */
export function openingMessages(movements: readonly ItemMovement[]): Message[] {
  const rows = movements.flatMap((movement) => (movement.kind === "ranking" ? [] : movement.rows));
  const compared = rows.filter(({ change }) => change !== null);
  const shifted = compared.filter(({ key }) => key === "shiftedTowards" || key === "shiftedAway");
  const counts = { shifted: shifted.length, compared: compared.length };
  return [...(rows.length === 0 ? [] : [message("movement.opening", counts)]), message("movement.asWhole")];
}
