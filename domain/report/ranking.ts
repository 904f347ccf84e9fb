import { cellMessage } from "@/domain/findings/cell-words";
import type { Message } from "@/domain/findings/message";
import type { RankingFinding } from "@/domain/findings/ranking";
import { type RankingMeasures, rankingMeasures, shownConcordance } from "@/domain/findings/ranking-measures";
import type { ReportTable } from "./document";
import { letterOf } from "./letter";

const message = (name: string, values: Message["values"] = {}): Message => ({
  key: `measures.${name}`,
  values,
});
const notGiven = message("notGiven");

type Pairs = Extract<RankingFinding["figures"], { kind: "pairs" }>;

/** The order of a ranking with its ties, and how far it is shared; none for a release made before that was measured. */
export function rankingTables(id: string, finding: RankingFinding): ReportTable[] {
  const { figures, options } = finding;
  if (figures.kind === "tooFew" || figures.agreement === undefined) return [];
  const measures = rankingMeasures(
    figures,
    options.map((option) => option.id),
  );
  return [
    orderTable(`${id}-order`, finding, measures),
    sharedTable(`${id}-shared`, finding, figures, measures),
  ];
}

/** Options by place; where the order is not given they stand in the order of the item. */
function orderTable(
  id: string,
  { prompt, options }: RankingFinding,
  { order, borda }: RankingMeasures,
): ReportTable {
  const placed = (order ?? [options.map((option) => option.id)]).flatMap((ids, place, places) =>
    ids.map((optionId) => ({
      optionId,
      place: order === null ? null : 1 + places.slice(0, place).flat().length,
      tied: ids.length > 1,
    })),
  );
  return {
    id,
    of: "figures",
    caption: message("orderCaption", { prompt }),
    columns: [message("columns.option"), message("columns.place"), message("columns.borda")],
    rows: placed.map(({ optionId, place, tied }) => {
      const index = options.findIndex((option) => option.id === optionId);
      const points = borda?.[index];
      return {
        heading: options[index]?.text ?? "",
        cells: [
          place === null ? notGiven : message("place", { place, tied: tied ? "yes" : "no" }),
          points === undefined ? notGiven : message("plain", { value: points }),
        ],
      };
    }),
  };
}

function sharedTable(
  id: string,
  { prompt, options }: RankingFinding,
  { agreement }: Pairs,
  { condorcetWinner, kemenyAgrees, borda }: RankingMeasures,
): ReportTable {
  const shown = agreement && shownConcordance(agreement, options.length);
  const winner = options.find((option) => option.id === condorcetWinner)?.text;
  return {
    id,
    of: "words",
    caption: message("sharedCaption", { prompt }),
    columns: [message("columns.measure"), message("columns.value")],
    rows: [
      {
        heading: message("complete"),
        cells: [agreement?.complete ? cellMessage(agreement.complete) : notGiven],
      },
      { heading: message("W"), cells: [WWords(agreement)] },
      {
        heading: message("chi2"),
        cells: [shown ? message("chi2Value", { value: shown.chi2, df: shown.df }) : notGiven],
      },
      { heading: message("p"), cells: [pWords(agreement, shown?.p)] },
      {
        heading: message("condorcet"),
        cells: [winner !== undefined ? winner : borda === null ? notGiven : message("noCondorcet")],
      },
      {
        heading: message("kemeny"),
        cells: [kemenyAgrees === null ? notGiven : message(kemenyAgrees ? "kemenySame" : "kemenyOther")],
      },
    ],
  };
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
