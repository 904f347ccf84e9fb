import { useLocale, useTranslations } from "next-intl";
import type { ReportTable, Wording } from "@/domain/report/document";
import { isHeld } from "@/domain/report/held";
import { worded } from "@/domain/report/wording";
import { StackedTable } from "./stacked-table";
import { Words } from "./words";

/** The hosts' own words, a message, or a moment in its round's time zone. */
export function Worded({ wording }: { readonly wording: Wording }) {
  const t = useTranslations();
  const locale = useLocale();
  if (typeof wording === "string") return <>{wording}</>;
  if ("key" in wording) return <Words message={wording} />;
  return <time dateTime={wording.instant}>{worded(wording, { translate: t.markup, locale })}</time>;
}

type FigureTableProps = { readonly table: ReportTable; readonly captioned: boolean };

/** A table of a report, as it stands there and beside the figures of a round. */
export function FigureTable({ table, captioned }: FigureTableProps) {
  const t = useTranslations();
  const locale = useLocale();
  const plainly = (wording: Wording) => worded(wording, { translate: t.markup, locale });
  const columns = table.columns.map(plainly);
  return (
    <StackedTable
      id={table.id}
      title={plainly(table.caption)}
      captioned={captioned}
      of={table.of}
      columns={columns}
      rows={table.rows.map(({ heading, cells, across }) => ({
        key: plainly(heading),
        heading: <Worded wording={heading} />,
        cells: cells.map((cell, index) => ({
          content: <HeldOrShown wording={cell} />,
          label: across ? "" : (columns[index + 1] ?? ""),
          span: across ? columns.length - 1 : 1,
        })),
      }))}
    />
  );
}

/** In one element, so that a sentence stays whole where its label stands beside it. */
function HeldOrShown({ wording }: { readonly wording: Wording }) {
  return (
    <span className={isHeld(wording) ? "held" : undefined}>
      <Worded wording={wording} />
    </span>
  );
}
