import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ReportDocument } from "@/app/_components/figures/report-document";
import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
import { titleWithin } from "../../title";

type PreviewPageProps = PageProps<"/consultations/[consultationId]/windows/draft">;

export async function generateMetadata({ params }: PreviewPageProps) {
  const [t, { consultationId }] = await Promise.all([getTranslations("windows"), params]);
  return titleWithin(consultationId, t("previewTitle"));
}

/** What a window would circulate if it opened now, for whoever is about to open it. */
export default async function PreviewPage({ params }: PreviewPageProps) {
  const { consultationId } = await params;
  const [t, caller] = await Promise.all([getTranslations("windows"), registry()]);
  const draft = await forPage(caller.windows.toCirculate({ consultationId }));
  const overview = `/consultations/${consultationId}`;
  // What was read goes along with whoever goes back: a window opens with that, and with nothing else.
  const back = draft === null ? `${overview}#windows` : `${overview}?read=${draft.hash}#windows`;
  return (
    <main className="desk" id="main">
      <div className="desk-head noprint">
        <div>
          <h1>{t("previewTitle")}</h1>
          <p>{t("previewLede")}</p>
        </div>
        <div className="acts">
          <Link className="btn secondary" href={back}>
            {t("back")}
          </Link>
        </div>
      </div>
      {draft === null ? (
        <p className="withheld">{t("nothingToCirculate")}</p>
      ) : (
        <div className="panel">
          <div className="report">
            <ReportDocument report={draft.report} status={t("previewStatus")} />
          </div>
        </div>
      )}
    </main>
  );
}
