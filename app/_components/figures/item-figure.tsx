import { useTranslations } from "next-intl";
import type { Finding } from "@/domain/findings/finding";
import type { ItemMovement } from "@/domain/findings/movement";
import { divergingBars } from "@/domain/report/chart";
import { figuresTable } from "@/domain/report/figures";
import { earlierSupport } from "@/domain/report/movement";
import { orderTable } from "@/domain/report/ranking";
import { DivergingBars } from "./diverging-bars";
import { FigureFrame, SameAsTable } from "./figure-frame";
import { OptionBars, optionRows } from "./option-bars";
import { FigureTable } from "./report-table";
import { ScaleTable } from "./scale-table";

type ItemFigureProps = {
  readonly number: number;
  /** The findings of one item in one round. */
  readonly findings: readonly Finding[];
  /** How it moved since an earlier round, where it was carried over. */
  readonly movement?: ItemMovement | undefined;
};

const pairsCaption = { key: "measures.pairsCaption", values: {} };

/** Whether an item has figures to draw: some, and not only too few responses. */
export function hasFigure(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.kind !== "text" && finding.figures.kind !== "tooFew");
}

/** The figure of an item and the same as a table; a ranking's order and pairs are tables from the start. */
export function ItemFigure({ number, findings, movement }: ItemFigureProps) {
  const t = useTranslations("figures");
  const [first] = findings;
  if (first === undefined || first.kind === "text") return null;
  const frame = { id: `figure-${first.itemId}`, number, title: first.prompt };
  const table = figuresTable(`table-${first.itemId}`, findings);

  if (first.kind === "scale") {
    const statements = findings.filter((finding) => finding.kind === "scale");
    const middle = middleOf(first.categories);
    return (
      <FigureFrame {...frame} note={middle === null ? t("evenScaleCaption") : t("scaleCaption", { middle })}>
        <DivergingBars
          bars={divergingBars(statements, earlierSupport(movement))}
          neitherLabel={middle ?? ""}
        />
        <SameAsTable>
          <ScaleTable title={first.prompt} findings={statements} />
        </SameAsTable>
      </FigureFrame>
    );
  }
  if (table === null) return null;
  if (first.kind === "ranking") {
    const order = orderTable(`order-${first.itemId}`, first);
    return (
      <FigureFrame {...frame} note={t("rankingCaption", { n: first.n })}>
        {order !== null && <FigureTable table={order} captioned />}
        <FigureTable table={{ ...table, caption: pairsCaption }} captioned />
      </FigureFrame>
    );
  }
  return (
    <FigureFrame {...frame} note={t(`${first.kind}Caption`, { n: first.n })}>
      <OptionBars rows={optionRows(first)} n={first.n} />
      <SameAsTable>
        <FigureTable table={table} captioned={false} />
      </SameAsTable>
    </FigureFrame>
  );
}

/** The label of the middle category, or null on a scale with an even number of them. */
function middleOf(categories: readonly string[]): string | null {
  return categories.length % 2 === 1 ? (categories[Math.floor(categories.length / 2)] ?? null) : null;
}
