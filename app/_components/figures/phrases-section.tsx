import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Finding } from "@/domain/findings/finding";
import { ladderTables } from "@/domain/report/ladder";
import { FigureTable } from "./report-table";

type PhrasesSectionProps = {
  readonly findings: readonly Finding[];
  /** Whether movement since an earlier round is spoken of. */
  readonly moved: boolean;
};

/** What each phrase stands for, for the kinds of item that have findings here. */
export function PhrasesSection({ findings, moved }: PhrasesSectionProps) {
  const t = useTranslations("roundFindings");
  const kinds = new Set([
    ...findings.map(({ kind }) => `ladder-${kind}`),
    ...(moved ? ["ladder-movement"] : []),
  ]);
  const tables = ladderTables().filter(({ id }) => kinds.has(id));
  return (
    <section id="phrases">
      <h2>{t("phrasesTitle")}</h2>
      <p className="prose">
        {t("phrasesHelp")}{" "}
        <Link href="/method#ladders" prefetch={false}>
          {t("method")}
        </Link>
      </p>
      {tables.map((table) => (
        <FigureTable key={table.id} table={table} captioned />
      ))}
    </section>
  );
}
