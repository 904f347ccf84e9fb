import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
import { dateWords } from "@/domain/consultation/moment";
import { titleWithin } from "../title";
import { UnsavedTexts } from "../unsaved-texts";
import { EditionsDesk } from "./editions-desk";
import { NotedSignOff } from "./noted-sign-off";
import { ReportPaper, SummaryDesk } from "./summary-desk";

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
  const [{ report, slug, publishedAt, toPublish, laterRounds, next, corrects, mayPublish }, read] =
    await Promise.all([
      forPage(caller.reports.draft({ consultationId })),
      forPage(caller.summaries.read({ consultationId })),
    ]);
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
  const status = published ?? tEditions("next", next);
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
          <a className="btn secondary" href="#signatures">
            {tSignOff("to")}
          </a>
          <Link className="btn secondary" href={`/consultations/${consultationId}/letter`}>
            {t("letter")}
          </Link>
          {publishedAt !== null && (
            <a className="btn secondary" href={`/reports/${slug}`}>
              {t("publicPage")}
            </a>
          )}
        </div>
      </div>
      <UnsavedTexts>
        {read.mine.compose ? (
          <SummaryDesk consultationId={consultationId} read={read} report={report} status={status} />
        ) : (
          <ReportPaper report={report} status={status} />
        )}
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
      </UnsavedTexts>
    </main>
  );
}
