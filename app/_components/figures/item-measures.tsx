import { useTranslations } from "next-intl";
import type { Finding } from "@/domain/findings/finding";
import { measureTables } from "@/domain/report/measures";
import { FigureTable } from "./report-table";

/** The measures of one item, one press away on the screen and always there in print. A ranking's order is a figure. */
export function ItemMeasures({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useTranslations("measures");
  const [first] = findings;
  const all = measureTables(`measures-${first?.itemId ?? ""}`, findings);
  const tables = first?.kind === "ranking" ? all.slice(1) : all;
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
