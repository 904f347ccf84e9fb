import { useTranslations } from "next-intl";

/** What follows a report's address, by the name of the file. */
const FILES = [
  ["pdf", ".pdf"],
  ["docx", ".docx"],
  ["letterPdf", "/letter.pdf"],
  ["letter", "/letter.docx"],
  ["md", ".md"],
  ["xlsx", ".xlsx"],
  ["csv", ".csv"],
  ["codebook", "/codebook.csv"],
  ["zip", ".zip"],
] as const;

type ReportFilesProps = {
  /** Where the report, or one edition of it, is read. */
  readonly address: string;
  readonly withLetter: boolean;
};

/** The files of a published report, one press away, so that they leave room on a phone. */
export function ReportFiles({ address, withLetter }: ReportFilesProps) {
  const t = useTranslations("reportFiles");
  return (
    <details className="filesmenu">
      <summary className="btn secondary small">{t("files")}</summary>
      <ul>
        {FILES.filter(([name]) => withLetter || !name.startsWith("letter")).map(([name, end]) => (
          <li key={name}>
            <a href={`${address}${end}`}>{t(`downloads.${name}`)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
