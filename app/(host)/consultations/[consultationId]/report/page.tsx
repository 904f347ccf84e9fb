import { getLocale, getTranslations } from "next-intl/server";
import { ReportDocument } from "@/app/_components/figures/report-document";
import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
import { dateWords } from "@/domain/consultation/moment";
import { titleWithin } from "../title";
import { PublishReport } from "./publish-report";

export async function generateMetadata({ params }: PageProps<"/consultations/[consultationId]/report">) {
  const [t, { consultationId }] = await Promise.all([getTranslations("shell"), params]);
  return titleWithin(consultationId, t("report"));
}

export default async function ReportDeskPage({
  params,
}: PageProps<"/consultations/[consultationId]/report">) {
  const { consultationId } = await params;
  const [t, locale, caller] = await Promise.all([getTranslations("reportDesk"), getLocale(), registry()]);
  const { report, slug, publishedAt, laterRounds, mayPublish } = await forPage(
    caller.reports.draft({ consultationId }),
  );
  if (report === null)
    return (
      <main className="desk" id="main">
        <div className="withheld">
          <b>{t("waitingTitle")}</b>
          {t("waiting")}
        </div>
      </main>
    );

  const status =
    publishedAt === null
      ? t("draft")
      : t("published", { date: dateWords(publishedAt, report.timeZone, locale) });
  const toPublish = publishedAt === null || laterRounds.length > 0;
  return (
    <main className="desk" id="main">
      <div className="desk-head noprint">
        <div>
          <p>{t("lede")}</p>
          <span className={publishedAt === null ? "tag alert" : "tag done"}>{status}</span>
        </div>
        <div className="acts">
          {publishedAt !== null && (
            <a className="btn secondary" href={`/reports/${slug}`}>
              {t("publicPage")}
            </a>
          )}
          {publishedAt !== null && toPublish && (
            <p className="help">{t("later", { count: laterRounds.length })}</p>
          )}
          {toPublish && mayPublish && <PublishReport key={publishedAt} consultationId={consultationId} />}
          {toPublish && !mayPublish && <p className="help">{t("onlyHosts")}</p>}
        </div>
      </div>
      <div className="panel">
        <div className="report">
          <ReportDocument report={report} status={status} />
        </div>
      </div>
    </main>
  );
}
