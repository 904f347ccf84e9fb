import type { Cell } from "@/domain/disclosure/cell";
import type { ApprovalFinding } from "@/domain/findings/approval";
import { cellMessage } from "@/domain/findings/cell-words";
import type { ChoiceFinding } from "@/domain/findings/choice";
import type { Finding } from "@/domain/findings/finding";
import type { Message } from "@/domain/findings/message";
import type { RankingFinding } from "@/domain/findings/ranking";
import type { ScaleFinding } from "@/domain/findings/scale";
import type { Label } from "@/domain/questionnaire/shapes/label";
import type { ReportTable } from "./document";
import { matrixGrid } from "./ranking";

const word = (name: string): Message => ({ key: `report.columns.${name}`, values: {} });
const whole = (count: number): Message => ({ key: "findings.cells.count", values: { count } });

/**
 * The table of an item's released figures, or null for open answers, which have none. `findings` are those of one
 * item in one round; `id` is unique in the report.
 */
export function figuresTable(id: string, findings: readonly Finding[]): ReportTable | null {
  const [first] = findings;
  if (first === undefined || first.kind === "text") return null;
  const head = { id, of: "figures", caption: first.prompt } as const;
  switch (first.kind) {
    case "scale":
      return {
        ...head,
        ...scaleRows(
          findings.filter((finding) => finding.kind === "scale"),
          first.categories,
        ),
      };
    case "choice":
      return { ...head, ...choiceRows(first) };
    case "approval":
      return { ...head, ...approvalRows(first) };
    case "ranking":
      return { ...head, ...rankingRows(first) };
  }
}

type Grid = Pick<ReportTable, "columns" | "rows">;

/**
 * Categories, then the two sides in all. A statement whose categories are hidden gives its sides; where a side has only
 * one category, the category is the side and no totals are needed.
 */
function scaleRows(findings: readonly ScaleFinding[], categories: readonly string[]): Grid {
  const half = Math.floor(categories.length / 2);
  const totals = half > 1 ? [word("against"), word("for")] : [];
  const columns = [
    word("statement"),
    ...categories,
    ...totals,
    word("noPosition"),
    word("unanswered"),
    word("n"),
  ];
  const rows = findings.map(({ statement, figures, noPosition, unanswered, n }) => ({
    heading: statement,
    cells: [
      ...scaleCells(figures, half, categories.length + totals.length),
      ...[noPosition, unanswered, n].map(whole),
    ],
  }));
  return { columns, rows };
}

function scaleCells(figures: ScaleFinding["figures"], half: number, width: number): Message[] {
  if (figures.kind === "tooFew") return Array.from({ length: width }, () => word("tooFew"));
  const { against, neither, for: inFavour } = figures.sides;
  const totals = half > 1 ? [cellMessage(against), cellMessage(inFavour)] : [];
  if (figures.kind === "categories") return [...figures.categories.map(cellMessage), ...totals];
  const within = (side: Cell) =>
    half > 1 ? Array.from({ length: half }, () => word("inTotal")) : [cellMessage(side)];
  return [
    ...within(against),
    ...(neither === null ? [] : [cellMessage(neither)]),
    ...within(inFavour),
    ...totals,
  ];
}

/** Rows for what stands beside every table, under no column of it: no position, unanswered and n. */
function besideRows({ noPosition, unanswered, n }: Finding): ReportTable["rows"] {
  const beside = { noPosition, unanswered, n };
  return Object.entries(beside).map(([name, count]) => ({
    heading: word(name),
    cells: [whole(count)],
    across: true,
  }));
}

const textOf = (options: readonly Label[], id: string): string =>
  options.find((option) => option.id === id)?.text ?? "";

function choiceRows(finding: ChoiceFinding): Grid {
  const { figures, options } = finding;
  const cells = figures.kind === "tooFew" ? [] : figures.options;
  const rows = cells.map(({ optionId, cell }) => ({
    heading: textOf(options, optionId),
    cells: [cellMessage(cell)],
  }));
  return { columns: [word("option"), word("answers")], rows: [...rows, ...besideRows(finding)] };
}

function approvalRows(finding: ApprovalFinding): Grid {
  const { figures, options } = finding;
  const shown = figures.kind === "tooFew" ? [] : figures.options;
  const rows = options.flatMap(({ optionId, text }) => {
    const row = shown.find((option) => option.optionId === optionId);
    return row === undefined ? [] : [{ heading: text, cells: [cellMessage(row.yes), cellMessage(row.no)] }];
  });
  return {
    columns: [word("option"), word("approve"), word("doNotApprove")],
    rows: [...rows, ...besideRows(finding)],
  };
}

function rankingRows(finding: RankingFinding): Grid {
  const { columns, rows } = matrixGrid(finding);
  return { columns, rows: [...rows, ...besideRows(finding)] };
}
