import { cellMessage } from "@/domain/findings/cell-words";
import type { Message } from "@/domain/findings/message";
import type { RankingFinding } from "@/domain/findings/ranking";
import {
  type PairMeasures,
  pairMeasures,
  placeIn,
  releasedBorda,
  releasedOrder,
  shownConcordance,
} from "@/domain/findings/ranking-measures";
import type { ReportTable, Wording } from "./document";
import { letterOf } from "./letter";

const message = (name: string, values: Message["values"] = {}): Message => ({
  key: `measures.${name}`,
  values,
});
const notGiven = message("notGiven");

type Pairs = Extract<RankingFinding["figures"], { kind: "pairs" }>;

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
    caption: message("orderCaption", { prompt: finding.prompt }),
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
  const { agreement } = pairs;
  const shown = agreement && shownConcordance(agreement, ids.length);
  const others = pairMeasures(pairs, ids);
  const row = (name: string, cell: Wording) => ({ heading: message(name), cells: [cell] });
  return {
    id,
    of: "words",
    caption: message("sharedCaption", { prompt: finding.prompt }),
    columns: [message("columns.measure"), message("columns.value")],
    rows: [
      row("complete", agreement?.complete ? cellMessage(agreement.complete) : notGiven),
      row("W", WWords(agreement)),
      row("chi2", shown ? message("chi2Value", { value: shown.chi2, df: shown.df }) : notGiven),
      row("p", pWords(agreement, shown?.p)),
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

function WWords(agreement: Pairs["agreement"]): Message {
  const given = agreement?.concordance;
  if (given === undefined || given.kind === "notGiven") return notGiven;
  if (given.kind === "figure") return message("decimal", { value: given.W });
  return message("band", { from: given.from, to: { 0: 0.3, 0.3: 0.5, 0.5: 0.7, 0.7: 1 }[given.from] });
}

function pWords(agreement: Pairs["agreement"], p: number | undefined): Message {
  const given = agreement?.concordance;
  if (given?.kind === "band") return message(given.significant ? "pBelow" : "pNotBelow");
  if (p === undefined) return notGiven;
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
