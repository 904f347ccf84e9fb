import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Deadline } from "@/app/_components/deadline";
import { ReportDocument } from "@/app/_components/figures/report-document";
import { SimulatedNotice, Wordmark } from "@/app/_components/masthead";
import { Moment } from "@/app/_components/moment";
import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
import { dateWords } from "@/domain/consultation/moment";

type DraftPageProps = PageProps<"/c/[slug]/windows/[number]">;

const circulated = cache(async (slug: string, number: number) => {
  if (!Number.isSafeInteger(number) || number < 1) notFound();
  return forPage((await registry()).windows.draft({ slug, number }));
});

export async function generateMetadata({ params }: DraftPageProps): Promise<Metadata> {
  const { slug, number } = await params;
  const [t, { title }] = await Promise.all([getTranslations("draftPage"), circulated(slug, Number(number))]);
  return { title: `${t("mark")} · ${title}`, robots: { index: false } };
}

/** The draft report that a window circulated, marked on every screen as what it is. */
export default async function DraftPage({ params }: DraftPageProps) {
  const { slug, number } = await params;
  const [t, locale, shown] = await Promise.all([
    getTranslations("draftPage"),
    getLocale(),
    circulated(slug, Number(number)),
  ]);
  const { draft, hash, stage, simulated, timeZone, opensAt, closesAt, closedAt } = shown;
  const date = dateWords(opensAt, timeZone, locale);
  return (
    <>
      {simulated && <SimulatedNotice />}
      <header className="readerbar draftbar">
        <div>
          <Wordmark />
          <b className="tag alert">{t("mark")}</b>
          <Link className="tab" href={`/c/${slug}`} prefetch={false}>
            {t("consultation")}
          </Link>
        </div>
      </header>
      <main className="report" id="main">
        <aside className="notice caution noprint" aria-label={t("mark")}>
          <p>{t("what")}</p>
          {stage === "open" ? (
            <>
              <p>
                {t("open")} <Deadline at={closesAt} timeZone={timeZone} />
              </p>
              <p>
                <Link className="btn secondary small" href={`/c/${slug}/answer`} prefetch={false}>
                  {t("say")}
                </Link>
              </p>
            </>
          ) : (
            <p>
              {t("closed")} <Moment at={closedAt ?? closesAt} timeZone={timeZone} />
            </p>
          )}
        </aside>
        {/* On every printed page; on a screen the bar above stays. */}
        <p className="draft-mark" aria-hidden="true">
          {t("mark")}
        </p>
        <ReportDocument report={draft} status={t("status", { date })} />
        <footer>
          <p className="help">{t("hash")}</p>
          <p className="hash">{hash}</p>
        </footer>
      </main>
    </>
  );
}
