import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ReportDocument } from "@/app/_components/figures/report-document";
import { SimulatedNotice, Wordmark } from "@/app/_components/masthead";
import { ReportFiles } from "@/app/_components/report-files";
import { dateWords } from "@/domain/consultation/moment";
import { AboutEdition, EditionList } from "./about-edition";
import { EditionNotices } from "./edition-notices";
import { shownEdition } from "./shown-edition";

type EditionPageProps = {
  readonly slug: string;
  /** The edition that was asked for; null for the last one that stands. */
  readonly number: number | null;
};

/** A published report as everybody reads it, or the notice that stands where it was withdrawn. */
export async function EditionPage({ slug, number }: EditionPageProps) {
  const [t, tEditions, locale, { report, shown, content }] = await Promise.all([
    getTranslations("reportPage"),
    getTranslations("editions"),
    getLocale(),
    shownEdition(slug, number),
  ]);
  const timeZone = content?.report.timeZone ?? report.timeZone ?? "UTC";
  const date = (at: string) => dateWords(at, timeZone, locale);
  return (
    <>
      {report.simulated && <SimulatedNotice />}
      <header className="readerbar">
        <div>
          <Wordmark />
          <span className="row">
            <Link href="/method" prefetch={false}>
              {t("method")}
            </Link>
            {content !== null && (
              <ReportFiles
                address={number === null ? `/reports/${slug}` : `/reports/${slug}/editions/${number}`}
                withLetter={content.letter !== null}
              />
            )}
          </span>
        </div>
      </header>
      <main className="report" id="main">
        {content === null ? (
          <>
            <p className="eyebrow">{t("eyebrow")}</p>
            <h1>{report.title}</h1>
            <section className="notice caution edition-notice">
              <h2>{tEditions("withdrawnTitle")}</h2>
              {shown.withdrawal !== null && (
                <>
                  <p>
                    {tEditions("withdrawn", {
                      number: shown.number,
                      date: date(shown.withdrawal.withdrawnAt),
                    })}
                  </p>
                  <p>
                    <b>{tEditions("reason")}</b>
                  </p>
                  <p className="text">{shown.withdrawal.reason}</p>
                </>
              )}
            </section>
            <EditionList report={report} shown={shown} timeZone={timeZone} />
          </>
        ) : (
          <>
            <EditionNotices report={report} shown={shown} />
            <ReportDocument
              report={content.report}
              status={tEditions("status", {
                number: shown.number,
                kind: shown.kind,
                date: date(shown.publishedAt),
              })}
            />
            <AboutEdition edition={content} report={report} shown={shown} />
          </>
        )}
      </main>
    </>
  );
}
