import { getFormatter, getTranslations } from "next-intl/server";
import { ReportDocument } from "@/app/_components/figures/report-document";
import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
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
  const [t, format, caller] = await Promise.all([getTranslations("reportDesk"), getFormatter(), registry()]);
  const { report, slug, publishedAt, mayPublish } = await forPage(caller.reports.draft({ consultationId }));
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
      : t("published", {
          date: format.dateTime(new Date(publishedAt), { day: "numeric", month: "long", year: "numeric" }),
        });
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
          {publishedAt === null && mayPublish && <PublishReport consultationId={consultationId} />}
          {publishedAt === null && !mayPublish && <p className="help">{t("onlyHosts")}</p>}
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
