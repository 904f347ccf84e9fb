import { type MovementPhrase, movementPhrase } from "@/domain/consensus/ladder/movement";
import { newcombeDifference } from "@/domain/consensus/newcombe";
import { consensus } from "@/domain/consensus/tastle-wierman";
import { type Cell, shownCounts } from "@/domain/disclosure/cell";
import type { Release, Released, ReleasedItem } from "@/domain/disclosure/release";
import { type ScaleTable, type Sides, sideRow } from "@/domain/disclosure/scale";
import { labelsOf } from "@/domain/questionnaire/editing";
import type { Item } from "@/domain/questionnaire/item";
import { type AskedRound, lastAsked, lineageOf, lineageOfLabel } from "@/domain/questionnaire/lineage";
import { placeIn, releasedOrder } from "./ranking-measures";

/** A round with what it showed. */
export type ShownRound = AskedRound & { readonly release: Release };

/** A count in favour among those who took a position, as one release shows it. */
type Share = { readonly cell: Cell | null; readonly n: number };

/** One statement, or one option, in two rounds. */
export type MovementRow = {
  readonly id: string;
  /** Its place in the item as it is asked now, from 0: figures, lists and tables letter it by this. */
  readonly index: number;
  readonly text: string;
  readonly reworded: boolean;
  readonly before: Share;
  readonly now: Share;
  readonly key: MovementPhrase;
  /** The change of the favourable share with Newcombe's 95 % interval, −1 to 1; null where either is hidden. */
  readonly change: { readonly difference: number; readonly low: number; readonly high: number } | null;
  /** The change of Cns; null where what is shown does not allow it, and for options, which have no order. */
  readonly dCns: number | null;
};

/**
 * One option's place in Schulze's order, 1 the first, among the options that both rounds ranked; null where the order of
 * that round is not given.
 */
type PlaceRow = {
  readonly id: string;
  readonly text: string;
  readonly before: number | null;
  readonly now: number | null;
};

type Carried = {
  readonly agendaQuestionId: string;
  readonly itemId: string;
  readonly prompt: string;
  /** The number of the round with which it is compared. */
  readonly since: number;
};

/** How a carried item moved, as distributions only: rounds cannot be linked, and no participant is followed. */
export type ItemMovement = Carried &
  (
    | { readonly kind: "scale" | "choice" | "approval"; readonly rows: readonly MovementRow[] }
    | { readonly kind: "ranking"; readonly reworded: boolean; readonly places: readonly PlaceRow[] }
  );

/** The movement of every carried item of a round, in its order, each against the last of `earlier` that asked it. */
export function movementOf(round: ShownRound, earlier: readonly ShownRound[]): ItemMovement[] {
  return round.questionnaire.agendaQuestions.flatMap(({ id: agendaQuestionId, items }) =>
    items.flatMap((item): ItemMovement[] => {
      const asked = lastAsked(item, earlier);
      const now = releasedOf(round.release, item);
      const before = asked && releasedOf(asked.round.release, item);
      if (asked === null || !now || !before) return [];
      const carried = { agendaQuestionId, itemId: item.id, prompt: item.prompt, since: asked.round.number };
      return movementOfItem(carried, { item, released: now }, { item: asked.item, released: before });
    }),
  );
}

const releasedOf = (release: Release, { id, kind }: Item): ReleasedItem | undefined =>
  release.items.find((released) => released.itemId === id && released.kind === kind);

type Shown = { readonly item: Item; readonly released: ReleasedItem };

function movementOfItem(carried: Carried, now: Shown, before: Shown): ItemMovement[] {
  const { kind } = now.released;
  if (kind === "text") return [];
  if (kind === "ranking") {
    const reworded = lineageOf(now.item, before.item) === "reworded";
    return [{ ...carried, kind, reworded, places: placeRows(now, before) }];
  }
  const rows = labelsOf(now.item).flatMap(({ id, text }, index) => {
    const lineage = lineageOfLabel(id, now.item, before.item);
    if (lineage === "new") return [];
    const [was, is] = [shareOf(before.released, id), shareOf(now.released, id)];
    const dCns = changeOfConsensus(before.released, now.released, id);
    const reworded = lineage === "reworded";
    return [{ id, index, text, reworded, before: was, now: is, ...moved(was, is, dCns) }];
  });
  return rows.length === 0 ? [] : [{ ...carried, kind, rows }];
}

function moved(before: Share, now: Share, dCns: number | null): Pick<MovementRow, "key" | "change" | "dCns"> {
  const [x1, x2] = [countOf(before), countOf(now)];
  const key = movementPhrase({ x1, n1: before.n, x2, n2: now.n, dCns });
  if (x1 === null || x2 === null) return { key, change: null, dCns };
  const interval = newcombeDifference({ x: x2, n: now.n }, { x: x1, n: before.n });
  if (interval === null) return { key, change: null, dCns };
  const [low, high] = interval;
  return { key, change: { difference: x2 / now.n - x1 / before.n, low, high }, dCns };
}

const countOf = ({ cell }: Share): number | null => (cell?.kind === "count" ? cell.count : null);

/** A share from 0 to 1 where it is shown, else null. */
export function shownShare(share: Share): number | null {
  const count = countOf(share);
  return count === null || share.n === 0 ? null : count / share.n;
}

/** Those in favour of a statement, or who chose or approved an option. */
function shareOf(released: ReleasedItem, id: string): Share {
  if (released.kind === "scale") {
    const table = statementOf(released, id);
    return {
      n: table?.n ?? 0,
      cell: table === undefined || table.kind === "tooFew" ? null : table.sides.for,
    };
  }
  if (released.kind !== "choice" && released.kind !== "approval") return { n: 0, cell: null };
  const { table } = released;
  if (table.kind === "tooFew") return { n: table.n, cell: null };
  const option = table.options.find(({ optionId }) => optionId === id);
  if (option === undefined) return { n: table.n, cell: null };
  return { n: table.n, cell: "yes" in option ? option.yes : option.cell };
}

const statementOf = (
  { statements }: Extract<ReleasedItem, { kind: "scale" }>,
  id: string,
): Released<ScaleTable> | undefined => statements.find(({ statementId }) => statementId === id)?.table;

/**
 * Over the categories if both rounds show as many, over the three sides if both show those, else null: of two sides Cns
 * says no more than the share in support.
 */
function changeOfConsensus(before: ReleasedItem, now: ReleasedItem, id: string): number | null {
  if (before.kind !== "scale" || now.kind !== "scale") return null;
  const [was, is] = [statementOf(before, id), statementOf(now, id)];
  if (!was || !is || was.kind === "tooFew" || is.kind === "tooFew") return null;
  const bothCategories =
    was.kind === "categories" && is.kind === "categories" && was.categories.length === is.categories.length;
  const [earlier, later] = bothCategories
    ? [consensusOf(was.categories), consensusOf(is.categories)]
    : [threeSides(was.sides), threeSides(is.sides)];
  return earlier === null || later === null ? null : later - earlier;
}

const threeSides = (sides: Sides): number | null =>
  sides.neither === null ? null : consensusOf(sideRow(sides));

/** Cns of these cells if every one is shown. */
function consensusOf(cells: readonly Cell[]): number | null {
  const counts = shownCounts(cells);
  return counts === null ? null : consensus(counts);
}

function placeRows(now: Shown, before: Shown): PlaceRow[] {
  const asked = labelsOf(before.item).map(({ id }) => id);
  const inBoth = labelsOf(now.item).filter(({ id }) => asked.includes(id));
  const ids = inBoth.map(({ id }) => id);
  const [was, is] = [orderAmong(ids, before), orderAmong(ids, now)];
  return inBoth.map(({ id, text }) => ({
    id,
    text,
    before: was && placeIn(was, id),
    now: is && placeIn(is, id),
  }));
}

/** The places of a ranking with these options alone; null where its order is not given. */
function orderAmong(ids: readonly string[], { item, released }: Shown): string[][] | null {
  // Of a release made before W was measured no order is claimed.
  if (
    released.kind !== "ranking" ||
    released.table.kind === "tooFew" ||
    released.table.agreement === undefined
  )
    return null;
  const order = releasedOrder(
    released.table,
    labelsOf(item).map(({ id }) => id),
  );
  const among = order?.map((place) => place.filter((id) => ids.includes(id)));
  return among?.filter((place) => place.length > 0) ?? null;
}
