import { useTranslations } from "next-intl";
import type { Section } from "@/domain/report/document";
import { Worded } from "./report-table";

/** The parts of a document, each with the way to it. */
export function ReportContents({ sections }: { readonly sections: readonly Section[] }) {
  const t = useTranslations("reportPage");
  return (
    <nav className="contents" aria-label={t("contents")}>
      <h2>{t("contents")}</h2>
      <ol>
        {sections
          .filter(({ level }) => level === 2)
          .map(({ id, heading }) => (
            <li key={id}>
              <a href={`#${id}`}>
                <Worded wording={heading} />
              </a>
            </li>
          ))}
      </ol>
    </nav>
  );
}
