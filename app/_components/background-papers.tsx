import { useLocale, useTranslations } from "next-intl";
import type { BackgroundPaper } from "@/domain/background-papers/background-paper";
import { addressOfPaper } from "@/domain/background-papers/background-paper";
import { dateWords } from "@/domain/consultation/moment";

/** A size as people read it: kilobytes, from a million bytes on megabytes. */
const sizeValues = (bytes: number) =>
  bytes >= 1_000_000
    ? { megabytes: "true", size: bytes / 1_000_000 }
    : { megabytes: "false", size: Math.max(1, bytes / 1_000) };

type PaperFactsProps = { readonly paper: BackgroundPaper };

/** What a paper is, and the hash by which one finds that it is the one that everybody was given. */
export function PaperFacts({ paper }: PaperFactsProps) {
  const t = useTranslations("backgroundPapers");
  const values = {
    language: t(`languages.${paper.language}`),
    format: t(`formats.${paper.format}`),
    size: t("size", sizeValues(paper.size)),
  };
  return (
    <>
      <span className="help">{t("facts", values)}</span>
      <span className="fine paper-hash">
        {t("hash")} <code>{paper.sha256}</code>
      </span>
    </>
  );
}

type BackgroundPapersProps = {
  readonly slug: string;
  readonly papers: readonly BackgroundPaper[];
  /** The zone in which the day of a withdrawal is told. */
  readonly timeZone: string;
};

/** The papers of a round to be fetched, each the same for everybody; in the place of a withdrawn one, the hosts' reason. */
export function BackgroundPapers({ slug, papers, timeZone }: BackgroundPapersProps) {
  const t = useTranslations("backgroundPapers");
  const locale = useLocale();
  return (
    <ul className="background-papers">
      {papers.map((paper) => (
        <li key={paper.id}>
          {paper.withdrawn === null ? (
            // Kept as a file by what the server says of it, and where there is none its sentence is read.
            <a href={addressOfPaper(slug, paper)}>{paper.title}</a>
          ) : (
            <>
              <s>{paper.title}</s>
              <span className="tag refuse">{t("tag")}</span>
              <span className="help">
                {t("withdrawn", {
                  date: dateWords(paper.withdrawn.at, timeZone, locale),
                  reason: paper.withdrawn.reason,
                })}
              </span>
            </>
          )}
          <PaperFacts paper={paper} />
        </li>
      ))}
    </ul>
  );
}

/** The same, folded up, where they stand beside something else. */
export function BackgroundPapersBeside(props: BackgroundPapersProps) {
  const t = useTranslations("backgroundPapers");
  if (props.papers.length === 0) return null;
  return (
    <details className="more">
      <summary>{t("count", { count: props.papers.length })}</summary>
      <BackgroundPapers {...props} />
    </details>
  );
}
