import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Masthead } from "@/app/_components/masthead";
import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
import { dateWords } from "@/domain/consultation/moment";
import { latestStanding } from "@/domain/edition/edition";

export async function generateMetadata() {
  const t = await getTranslations("reportIndex");
  return { title: t("title") };
}

type Listed = Awaited<ReturnType<Awaited<ReturnType<typeof registry>>["editions"]["index"]>>[number];

/** Every consultation whose hosts have published a report, the last published first. */
export default async function ReportIndexPage() {
  const [t, caller] = await Promise.all([getTranslations("reportIndex"), registry()]);
  const reports = await forPage(caller.editions.index());
  return (
    <>
      <Masthead />
      <main className="sheet" id="main">
        <h1>{t("title")}</h1>
        <p className="lede">{t("lede")}</p>
        {reports.length === 0 && <p className="help">{t("none")}</p>}
        <ul className="stack">
          {reports.map((report) => (
            <Entry key={report.slug} report={report} />
          ))}
        </ul>
      </main>
    </>
  );
}

async function Entry({ report }: { readonly report: Listed }) {
  const [t, locale] = await Promise.all([getTranslations("reportIndex"), getLocale()]);
  const { slug, title, coHosts, simulated, editions } = report;
  const shown = latestStanding(editions) ?? editions.at(-1);
  if (shown === undefined) return null;
  const date = (at: string) => dateWords(at, report.timeZone ?? "UTC", locale);
  return (
    <li className="notice">
      <h2>
        <Link href={`/reports/${slug}`} prefetch={false}>
          {title}
        </Link>
      </h2>
      <p>{coHosts.join("; ")}</p>
      <p className="help">
        {shown.withdrawal === null
          ? t("edition", { number: shown.number, kind: shown.kind, date: date(shown.publishedAt) })
          : t("withdrawn", { date: date(shown.withdrawal.withdrawnAt) })}
      </p>
      {simulated && (
        <p>
          <span className="tag none">{t("simulated")}</span>
        </p>
      )}
      <p>
        <Link href={`/c/${slug}`} prefetch={false}>
          {t("consultation")}
        </Link>
      </p>
    </li>
  );
}
