import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ReportDocument } from "@/app/_components/figures/report-document";
import { SimulatedNotice, Wordmark } from "@/app/_components/masthead";
import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
import { dateWords } from "@/domain/consultation/moment";

type ReportPageProps = PageProps<"/reports/[slug]">;

const published = cache(async (slug: string) => forPage((await registry()).reports.ofConsultation({ slug })));

export async function generateMetadata({ params }: ReportPageProps): Promise<Metadata> {
  const { slug } = await params;
  const [t, { report }] = await Promise.all([getTranslations("reportPage"), published(slug)]);
  return { title: `${t("eyebrow")} · ${report.title}` };
}

export default async function ReportPage({ params }: ReportPageProps) {
  const { slug } = await params;
  const [t, locale, { report, publishedAt }] = await Promise.all([
    getTranslations("reportPage"),
    getLocale(),
    published(slug),
  ]);
  const date = dateWords(publishedAt, report.timeZone, locale);
  return (
    <>
      {report.simulated && <SimulatedNotice />}
      <header className="readerbar">
        <div>
          <Wordmark />
          <span className="row">
            <span className="help">{t("printHint")}</span>
            <Link href="/method" prefetch={false}>
              {t("method")}
            </Link>
            <a className="btn secondary small" href={`/reports/${slug}.md`}>
              {t("markdown")}
            </a>
          </span>
        </div>
      </header>
      <main className="report" id="main">
        <ReportDocument report={report} status={t("published", { date })} />
      </main>
    </>
  );
}
