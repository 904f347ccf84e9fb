import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { dateWords } from "@/domain/consultation/moment";
import { citationOf } from "@/domain/edition/citation";
import type { Edition, ListedEdition } from "@/domain/edition/edition";
import { grouped } from "@/domain/edition/signed";
import type { AppRouter } from "@/server/trpc/router";
import { CopyCitation } from "./copy-citation";

export type ListedReport = inferRouterOutputs<AppRouter>["editions"]["list"];

type AboutEditionProps = {
  readonly edition: Edition;
  readonly report: ListedReport;
  readonly shown: ListedEdition;
};

/** How to cite an edition, who signed which version of it, and its other editions. */
export async function AboutEdition({ edition, report, shown }: AboutEditionProps) {
  const [t, words, locale] = await Promise.all([getTranslations("editions"), getTranslations(), getLocale()]);
  const { timeZone } = edition.report;
  return (
    <aside className="about-edition" aria-labelledby="about-edition">
      <h2 id="about-edition">{t("about")}</h2>
      <h3>{t("cite")}</h3>
      <CopyCitation
        citation={citationOf(edition, { translate: words.markup, locale })}
        copy={t("copy")}
        copied={t("copied")}
        refused={t("notCopied")}
      />
      {edition.hash !== null && (
        <>
          <h3>{t("signedBy")}</h3>
          <ul className="entries editions">
            {edition.signatures.map(({ mission, signedAt }) => (
              <li key={mission}>{t("signedOn", { mission, date: dateWords(signedAt, timeZone, locale) })}</li>
            ))}
          </ul>
          <p className="fine">{t("signedVersion")}</p>
          <p className="fine">
            <code>{grouped(edition.hash)}</code>
          </p>
        </>
      )}
      <EditionList report={report} shown={shown} timeZone={timeZone} />
    </aside>
  );
}

type EditionListProps = {
  readonly report: ListedReport;
  readonly shown: ListedEdition;
  readonly timeZone: string;
};

/** Every edition of a report, each with its address. */
export async function EditionList({ report, shown, timeZone }: EditionListProps) {
  const [t, locale] = await Promise.all([getTranslations("editions"), getLocale()]);
  return (
    <section aria-labelledby="all-editions">
      <h3 id="all-editions">{t("versions")}</h3>
      <ul className="entries editions">
        {report.editions.map(({ number, kind, publishedAt, corrigendum, withdrawal }) => {
          const words = t("listed", { number, kind, date: dateWords(publishedAt, timeZone, locale) });
          const more = [
            ...(corrigendum === null ? [] : [t("corrects")]),
            ...(withdrawal === null ? [] : [t("withdrawnMark")]),
          ];
          return (
            <li key={number}>
              {number === shown.number ? (
                <span aria-current="page">
                  {words} ({t("thisOne")})
                </span>
              ) : (
                <Link href={`/reports/${report.slug}/editions/${number}`} prefetch={false}>
                  {words}
                </Link>
              )}
              {more.length > 0 && `, ${more.join(", ")}`}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
