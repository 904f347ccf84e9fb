import { useTranslations } from "next-intl";
import type { Finding } from "@/domain/findings/finding";
import { measureTables } from "@/domain/report/measures";
import { sharedTable } from "@/domain/report/ranking";
import { FigureTable } from "./report-table";

/** The measures of one item, one press away on the screen and always there in print. A ranking's order is a figure. */
export function ItemMeasures({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useTranslations("measures");
  const [first] = findings;
  const id = `measures-${first?.itemId ?? ""}`;
  const shared = first?.kind === "ranking" ? sharedTable(id, first) : null;
  const tables = first?.kind === "ranking" ? (shared === null ? [] : [shared]) : measureTables(id, findings);
  if (tables.length === 0) return null;
  return (
    <details className="more">
      <summary>{t("title")}</summary>
      {tables.map((table) => (
        <FigureTable key={table.id} table={table} captioned />
      ))}
    </details>
  );
}
