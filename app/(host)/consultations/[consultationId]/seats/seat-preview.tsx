import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { StackedTable } from "@/app/_components/figures/stacked-table";
import type { AppRouter } from "@/server/trpc/router";
import { OtherLanguages } from "./other-languages";
import { PlaceOfSeat } from "./place-of-seat";

type Row = inferRouterOutputs<AppRouter>["panel"]["preview"]["rows"][number];
type SeatPreviewProps = {
  readonly rows: readonly Row[];
  /** Puts a delegation's name in the place of what is written in a row. */
  readonly onUse: (row: Row, name: string) => void;
};

/** What a text would change, row by row: what is added, what is there already, and what cannot be read and why. */
export function SeatPreview({ rows, onUse }: SeatPreviewProps) {
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
          rows={rows.map((row) => ({
            key: String(row.line),
            // Cells left empty at either end of a row are nothing that somebody wrote.
            heading: row.raw.replace(/^[,\s]+|[,\s]+$/g, ""),
            cells: [
              { label: t("column.line"), content: row.line },
              {
                label: t("column.outcome"),
                content: row.delegation === null ? <Unread row={row} onUse={onUse} /> : <Outcome row={row} />,
              },
            ],
          }))}
        />
      </div>
    </div>
  );
}

function Unread({ row, onUse }: { readonly row: Row; readonly onUse: SeatPreviewProps["onUse"] }) {
  const t = useTranslations("seating");
  const { issue, suggestions, written } = row;
  return (
    <div>
      <span className="tag none">{t("cannot")}</span> <span className="error">{issue}</span>
      {suggestions.length > 0 && (
        <span className="row">
          {suggestions.map((name) => (
            <button type="button" className="btn quiet small" key={name} onClick={() => onUse(row, name)}>
              {t("use", { name })}
              <span className="sr"> {t("insteadOf", { written: written ?? "" })}</span>
            </button>
          ))}
        </span>
      )}
    </div>
  );
}

function Outcome({ row: { delegation, adds, seats, addresses, note } }: { readonly row: Row }) {
  const t = useTranslations("seating");
  if (delegation === null) return null;
  const { name, kind, regionalGroup } = delegation;
  const count = adds.length;
  return (
    <div>
      <span className={count > 0 ? "tag done" : "tag"}>
        {count > 0 ? t("addsSeats", { count }) : t("there")}
      </span>{" "}
      {name}, <PlaceOfSeat delegation={name} kind={kind} regionalGroup={regionalGroup} />
      {count === 0 && <span className="fine note">{t("thereSeats", { count: seats })}</span>}
      {count > 0 && seats > 1 && <span className="fine note">{t("seatsThen", { count: seats })}</span>}
      {addresses.length > 0 && (
        <span className="fine note">{t("mail", { addresses: addresses.join(", ") })}</span>
      )}
      {addresses.length > 0 && seats > 1 && (
        <span className="fine note">{t("mailOfSeveral", { count: seats })}</span>
      )}
      {note !== null && <span className="fine note">{note}</span>}
      <OtherLanguages delegation={name} />
    </div>
  );
}
