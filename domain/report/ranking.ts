import { SIGNIFICANT_BELOW } from "@/domain/consensus/ladder/ranking";
import { cellMessage } from "@/domain/findings/cell-words";
import type { Message } from "@/domain/findings/message";
import type { RankingFinding } from "@/domain/findings/ranking";
import {
  type PairMeasures,
  pairMeasures,
  placeIn,
  releasedBorda,
  releasedOrder,
} from "@/domain/findings/ranking-measures";
import { type Pairs, type SharedOrder, sharedOrder } from "@/domain/findings/shared-order";
import type { ReportTable, Wording } from "./document";
import { letterOf } from "./letter";

const message = (name: string, values: Message["values"] = {}): Message => ({
  key: `measures.${name}`,
  values,
});
const notGiven = message("notGiven");

type Measured = { readonly pairs: Pairs; readonly ids: readonly string[] };

/** The pairs of a ranking of which W was measured; null where there are too few, and for releases from before. */
function measuredOf({ figures, options }: RankingFinding): Measured | null {
  if (figures.kind === "tooFew" || figures.agreement === undefined) return null;
  return { pairs: figures, ids: options.map(({ id }) => id) };
}

/** Options by place, with Borda's points; where the order is not given they stand in the order of the item. */
export function orderTable(id: string, finding: RankingFinding): ReportTable | null {
  const measured = measuredOf(finding);
  if (measured === null) return null;
  const { pairs, ids } = measured;
  const order = releasedOrder(pairs, ids);
  const borda = releasedBorda(pairs, ids);
  return {
    id,
    of: "figures",
    caption: {
      key: finding.severalSeats ? "severalSeats.orderCaption" : "measures.orderCaption",
      values: { prompt: finding.prompt },
    },
    columns: [message("columns.option"), message("columns.place"), message("columns.borda")],
    rows: (order?.flat() ?? ids).map((optionId) => {
      const points = borda?.[ids.indexOf(optionId)];
      return {
        heading: textOf(finding, optionId),
        cells: [
          order === null ? notGiven : placeWords(order, optionId),
          points === undefined ? notGiven : message("plain", { value: points }),
        ],
      };
    }),
  };
}

const textOf = ({ options }: RankingFinding, id: string): string =>
  options.find((option) => option.id === id)?.text ?? "";

function placeWords(order: readonly (readonly string[])[], id: string): Message {
  const tied = order.some((place) => place.length > 1 && place.includes(id));
  return message("place", { place: placeIn(order, id), tied: tied ? "yes" : "no" });
}

/** How far a ranking is shared: W with χ² and p, and what other methods say of the order. */
export function sharedTable(id: string, finding: RankingFinding): ReportTable | null {
  const measured = measuredOf(finding);
  if (measured === null) return null;
  const { pairs, ids } = measured;
  const shared = sharedOrder(pairs, ids);
  const figure = shared?.kind === "figure" ? shared : null;
  const others = pairMeasures(pairs, ids);
  const row = (name: string, cell: Wording) => ({ heading: message(name), cells: [cell] });
  return {
    id,
    of: "words",
    caption: message("sharedCaption", { prompt: finding.prompt }),
    columns: [message("columns.measure"), message("columns.value")],
    rows: [
      row("complete", figure === null ? notGiven : message("plain", { value: figure.complete })),
      row("W", WWords(shared)),
      row("chi2", figure === null ? notGiven : message("chi2Value", { value: figure.chi2, df: figure.df })),
      row("p", pWords(shared)),
      row("condorcet", others === null ? notGiven : winnerWords(finding, others)),
      row("kemeny", kemenyWords(others)),
    ],
  };
}

function winnerWords(finding: RankingFinding, { condorcetWinner }: PairMeasures): Wording {
  return condorcetWinner === null ? message("noCondorcet") : textOf(finding, condorcetWinner);
}

function kemenyWords(others: PairMeasures | null): Message {
  const agrees = others?.kemenyAgrees ?? null;
  return agrees === null ? notGiven : message(agrees ? "kemenySame" : "kemenyOther");
}

/** The figure, rounded down, or the band that it reaches at least. */
function WWords(shared: SharedOrder | null): Message {
  if (shared === null) return notGiven;
  if (shared.kind === "atLeast") return message("band", { from: shared.band });
  return message("decimal", { value: Math.floor(shared.W * 100 + 1e-6) / 100 });
}

function pWords(shared: SharedOrder | null): Message {
  if (shared === null) return notGiven;
  const { kind, p } = shared;
  if (kind === "atLeast") return p < SIGNIFICANT_BELOW ? message("pBelow") : notGiven;
  // Rounded up, so that it claims nothing.
  return p < 0.001 ? message("pTiny") : message("pValue", { value: Math.ceil(p * 1000) / 1000 });
}

/** The pairwise matrix: per option, how many put it before each other one. */
export function matrixGrid({ figures, options }: RankingFinding): Pick<ReportTable, "columns" | "rows"> {
  const [pairs, shown] = figures.kind === "tooFew" ? [[], []] : [figures.pairs, options];
  const cellAt = (one: string, other: string) => {
    const forwards = pairs.find(({ first, second }) => first === one && second === other);
    const backwards = pairs.find(({ first, second }) => first === other && second === one);
    return forwards?.prefersFirst ?? backwards?.prefersSecond;
  };
  return {
    columns: [
      message("columns.option"),
      ...options.map((_, index) => message("columns.over", { letter: letterOf(index) })),
    ],
    rows: shown.map(({ id, text }, index) => ({
      heading: message("lettered", { letter: letterOf(index), text }),
      cells: options.map((other) => {
        const cell = cellAt(id, other.id);
        return cell === undefined ? message("itself") : cellMessage(cell);
      }),
    })),
  };
}
