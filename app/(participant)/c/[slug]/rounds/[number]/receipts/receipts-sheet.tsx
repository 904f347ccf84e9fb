import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Masthead, SimulatedNotice } from "@/app/_components/masthead";

type ReceiptsSheetProps = {
  readonly slug: string;
  readonly consultation: { readonly title: string; readonly simulated: boolean };
  readonly title: string;
  readonly lede: string;
  /** What there is to check and to check it with; null until all is counted. */
  readonly check: ReactNode;
};

/** Where a browser finds its own among all that was counted, of a round or a window alike. */
export function ReceiptsSheet({ slug, consultation, title, lede, check }: ReceiptsSheetProps) {
  const t = useTranslations("participant.receipts");
  return (
    <>
      {consultation.simulated && <SimulatedNotice />}
      <Masthead />
      <main className="sheet" id="main">
        <div>
          <p className="eyebrow">{consultation.title}</p>
          <h1>{title}</h1>
        </div>
        <p className="lede">{lede}</p>
        {check !== null && (
          <>
            <p className="help">{t("staysHere")}</p>
            {check}
          </>
        )}
        <p>
          <a href={`/c/${slug}`}>{t("consultation")}</a>
        </p>
      </main>
    </>
  );
}
