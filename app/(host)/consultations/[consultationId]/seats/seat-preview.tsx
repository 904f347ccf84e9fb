import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { StackedTable } from "@/app/_components/figures/stacked-table";
import type { AppRouter } from "@/server/trpc/router";
import { PlaceOfSeat } from "./place-of-seat";

type SeatPreviewProps = {
  readonly rows: inferRouterOutputs<AppRouter>["panel"]["preview"]["rows"];
};

/** What a text would add, row by row, with what is wrong where something is. */
export function SeatPreview({ rows }: SeatPreviewProps) {
  const t = useTranslations("seats");
  return (
    <div className="stack">
      <h3>{t("preview")}</h3>
      <div className="preview">
        <StackedTable
          title={t("preview")}
          captioned={false}
          columns={[t("column.written"), t("column.line"), t("column.outcome")]}
          of="words"
          rows={rows.map(({ line, raw, seat, issue }) => ({
            key: String(line),
            // Cells left empty at the end of a row are nothing that somebody wrote.
            heading: raw.replace(/[,\s]+$/, ""),
            cells: [
              { label: t("column.line"), content: line },
              {
                label: t("column.outcome"),
                content:
                  seat === null ? (
                    <span className="error">{issue}</span>
                  ) : (
                    <span>
                      <span className="tag done">{t("adds")}</span> {seat.delegation},{" "}
                      <PlaceOfSeat {...seat} />
                    </span>
                  ),
              },
            ],
          }))}
        />
      </div>
    </div>
  );
}
