import { useTranslations } from "next-intl";

type RecordSectionProps = { readonly slug: string; readonly number: number };

/** The way to check a published round without trusting this page. */
export function RecordSection({ slug, number }: RecordSectionProps) {
  const t = useTranslations("participant.receipts");
  return (
    <section className="stack">
      <h2>{t("record")}</h2>
      <p className="help">{t("recordHelp")}</p>
      <p className="hash">{t("recordCommand")}</p>
      <p>
        <a className="btn secondary" href={`/c/${slug}/rounds/${number}/record.json`} download>
          {t("recordDownload")}
        </a>
      </p>
    </section>
  );
}
