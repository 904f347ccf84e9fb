import Link from "next/link";
import { useTranslations } from "next-intl";

type RoundFilesProps = { readonly consultationId: string; readonly roundId: string };

/** What goes with the questionnaire: the papers to read beside it. */
export function RoundFiles({ consultationId, roundId }: RoundFilesProps) {
  const tDesk = useTranslations("backgroundDesk");
  const base = `/consultations/${consultationId}/rounds/${roundId}`;
  return (
    <div className="row">
      <Link className="btn secondary small" href={`${base}/background`}>
        {tDesk("tab")}
      </Link>
    </div>
  );
}
