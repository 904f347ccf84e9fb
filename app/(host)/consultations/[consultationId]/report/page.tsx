import { getLocale, getTranslations } from "next-intl/server";
import { ReportDocument } from "@/app/_components/figures/report-document";
import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
import { dateWords } from "@/domain/consultation/moment";
import { titleWithin } from "../title";
import { EditionsDesk } from "./editions-desk";
import { NotedSignOff } from "./noted-sign-off";

export async function generateMetadata({ params }: PageProps<"/consultations/[consultationId]/report">) {
  const [t, { consultationId }] = await Promise.all([getTranslations("shell"), params]);
  return titleWithin(consultationId, t("report"));
}

export default async function ReportDeskPage({
  params,
}: PageProps<"/consultations/[consultationId]/report">) {
  const { consultationId } = await params;
  const [t, tEditions, tSignOff, locale, caller] = await Promise.all([
    getTranslations("reportDesk"),
    getTranslations("editionsDesk"),
    getTranslations("signOff"),
    getLocale(),
    registry(),
  ]);
  const { report, slug, publishedAt, toPublish, laterRounds, next, corrects, mayPublish } = await forPage(
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

  const published =
    publishedAt === null || toPublish
      ? null
      : t("published", { date: dateWords(publishedAt, report.timeZone, locale) });
  return (
    <main className="desk" id="main">
      <div className="desk-head noprint">
        <div>
          <p>{t("lede")}</p>
          <span className={published === null ? "tag alert" : "tag done"}>{published ?? t("draft")}</span>
          {laterRounds.length > 0 && (
            <p className="help">{tEditions("later", { count: laterRounds.length })}</p>
          )}
        </div>
        <div className="acts">
          <a className="btn secondary to-signatures" href="#signatures">
            {tSignOff("to")}
          </a>
          {publishedAt !== null && (
            <a className="btn secondary" href={`/reports/${slug}`}>
              {t("publicPage")}
            </a>
          )}
        </div>
      </div>
      <div className="cols cols-main-side">
        <div className="panel">
          <div className="report">
            <ReportDocument report={report} status={published ?? tEditions("next", next)} />
          </div>
        </div>
        <aside className="stack noprint" id="signatures">
          <NotedSignOff
            consultationId={consultationId}
            subject={{ of: "report" }}
            about={toPublish ? corrects : null}
            mayPublish={mayPublish}
          />
          {next.number > 1 && (
            <EditionsDesk
              consultationId={consultationId}
              slug={slug}
              timeZone={report.timeZone}
              mayPublish={mayPublish}
            />
          )}
        </aside>
      </div>
    </main>
  );
}
