import Link from "next/link";
import { useTranslations } from "next-intl";

type RoundFilesProps = { readonly consultationId: string; readonly roundId: string };

/** What goes with the questionnaire: the sheet for capitals, as last saved, and the papers to read beside it. */
export function RoundFiles({ consultationId, roundId }: RoundFilesProps) {
  const t = useTranslations("printedQuestionnaire");
  const tDesk = useTranslations("backgroundDesk");
  const base = `/consultations/${consultationId}/rounds/${roundId}`;
  return (
    <div className="row">
      <a className="btn secondary small" href={`${base}/questionnaire.pdf`} download>
        {t("link")}
      </a>
      <Link className="btn secondary small" href={`${base}/background`}>
        {tDesk("tab")}
      </Link>
      <span className="help">{t("savedHelp")}</span>
    </div>
  );
}
