import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ExplainingPage } from "@/app/_components/explaining-page";

/** Whoever might wish to know who answered what, in the order of docs/threat-model.md. */
const WHO = [
  "participant",
  "host",
  "allHosts",
  "databaseOpen",
  "databaseAfter",
  "backup",
  "network",
  "operator",
  "signer",
  "pressure",
  "code",
  "reader",
] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("learn");
  return { title: t("title") };
}

/** What each who might ask can and cannot find out, in plain words: for participants before they answer, and for anybody. */
export default async function WhoCanLearnWhatPage() {
  const t = await getTranslations("learn");
  return (
    <ExplainingPage eyebrow={t("eyebrow")} title={t("title")} subtitle={t("promise")}>
      <p>{t("how")}</p>
      {WHO.map((who) => (
        <section key={who} aria-labelledby={who}>
          <h2 id={who}>{t(`who.${who}.name`)}</h2>
          <dl className="sees">
            <div>
              <dt>{t("cannot")}</dt>
              <dd>{t(`who.${who}.cannot`)}</dd>
            </div>
            <div>
              <dt>{t("can")}</dt>
              <dd>{t(`who.${who}.can`)}</dd>
            </div>
          </dl>
        </section>
      ))}
      <h2>{t("proof.heading")}</h2>
      <p>{t("proof.text")}</p>
      <p>
        <Link href="/what-may-be-shown" prefetch={false}>
          {t("shown")}
        </Link>
      </p>
    </ExplainingPage>
  );
}
