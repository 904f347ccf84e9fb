import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { correctedBy, type ListedEdition, latestStanding } from "@/domain/edition/edition";
import type { ListedReport } from "./about-edition";

type EditionNoticesProps = { readonly report: ListedReport; readonly shown: ListedEdition };

/** What a reader must know before reading on: a corrigendum, a correction, a later edition, one that was withdrawn. */
export async function EditionNotices({ report, shown }: EditionNoticesProps) {
  const t = await getTranslations("editions");
  const { slug, editions } = report;
  const correction = correctedBy(shown, editions);
  const latest = latestStanding(editions);
  const withdrawnLater = editions.filter(
    ({ number, withdrawal }) => number > shown.number && withdrawal !== null,
  );
  const link = (number: number, words: string) => (
    <Link href={`/reports/${slug}/editions/${number}`} prefetch={false}>
      {words}
    </Link>
  );
  return (
    <>
      {shown.corrigendum !== null && (
        <section className="notice edition-notice">
          <h2>{t("corrigendum", { number: shown.number - 1 })}</h2>
          <p className="text">{shown.corrigendum}</p>
        </section>
      )}
      {correction !== null && (
        <p className="notice caution edition-notice">
          {t("corrected")} {link(correction, t("correctedBy", { number: correction }))}
        </p>
      )}
      {latest !== null && latest.number > shown.number && latest.number !== correction && (
        <p className="notice edition-notice">
          {t("newer")} {link(latest.number, t("newerLink", { number: latest.number }))}
        </p>
      )}
      {withdrawnLater.map(({ number }) => (
        <p className="notice edition-notice" key={number}>
          {t("laterWithdrawn", { number })}
        </p>
      ))}
    </>
  );
}
