import { useTranslations } from "next-intl";
import type { ScaleFinding } from "@/domain/findings/scale";
import { letterOf } from "@/domain/report/letter";
import { type StackedCell, StackedTable } from "./stacked-table";
import { CellWords } from "./words";

type ScaleTableProps = { readonly title: string; readonly findings: readonly ScaleFinding[] };

/** The released counts of a scale item. A statement whose categories are hidden shows its sides across their columns. */
export function ScaleTable({ title, findings }: ScaleTableProps) {
  const t = useTranslations("figures");
  const words = {
    for: t("supportTotal"),
    against: t("opposedTotal"),
    neither: t("neither"),
    tooFew: t("tooFewShort"),
  };
  const beside = { noPosition: t("noPosition"), unanswered: t("unanswered"), n: t("n") };
  const categories = findings[0]?.categories ?? [];
  return (
    <StackedTable
      title={`${title} ${t("tableCaption")}`}
      captioned={false}
      of="figures"
      columns={[t("statement"), ...categories, ...Object.values(beside)]}
      rows={findings.map((finding, index) => ({
        key: finding.statementId,
        heading: (
          <>
            <b>{letterOf(index)}</b> {finding.statement}
          </>
        ),
        cells: [
          ...countCells(finding, words),
          { content: finding.noPosition, label: beside.noPosition },
          { content: finding.unanswered, label: beside.unanswered },
          { content: finding.n, label: beside.n },
        ],
      }))}
    />
  );
}

type SideWords = Readonly<Record<"for" | "against" | "neither" | "tooFew", string>>;

function countCells({ figures, categories }: ScaleFinding, words: SideWords): StackedCell[] {
  if (figures.kind === "tooFew") {
    const content = <span className="held">{words.tooFew}</span>;
    return [{ content, label: "", span: categories.length }];
  }
  if (figures.kind === "categories")
    return figures.categories.map((cell, index) => ({
      content: <CellWords cell={cell} />,
      label: categories[index] ?? "",
    }));
  const { sides } = figures;
  const half = Math.floor(categories.length / 2);
  const whole = (side: "for" | "against"): StackedCell => ({
    content: (
      <>
        <span className="side">{words[side]} </span>
        <CellWords cell={sides[side]} />
      </>
    ),
    label: words[side],
    span: half,
  });
  const middle: StackedCell[] =
    sides.neither === null
      ? []
      : [{ content: <CellWords cell={sides.neither} />, label: categories[half] ?? words.neither }];
  return [whole("against"), ...middle, whole("for")];
}
