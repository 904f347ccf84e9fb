import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Wordmark } from "@/app/_components/masthead";

type RoundTab = {
  readonly number: number;
  readonly opensAt: string;
  readonly timeZone: string;
  readonly stage: "draft" | "opening" | "open" | "closing" | "closed";
  readonly published: boolean;
};

type RoundTabsProps = {
  readonly slug: string;
  readonly rounds: readonly RoundTab[];
  readonly current: number;
};

/** The rounds of a consultation: a tab for each that is published, a word on where the others stand. */
export function RoundTabs({ slug, rounds, current }: RoundTabsProps) {
  const t = useTranslations("roundFindings");
  return (
    <header className="readerbar">
      <div>
        <Wordmark />
        <nav aria-label={t("rounds")} className="row">
          {rounds.map((round) =>
            round.published ? (
              <Link
                className="tab"
                href={`/c/${slug}/rounds/${round.number}`}
                prefetch={false}
                aria-current={round.number === current ? "page" : undefined}
                key={round.number}
              >
                {t("tab", { number: round.number })}
              </Link>
            ) : (
              <Standing round={round} key={round.number} />
            ),
          )}
          <Link className="tab" href={`/c/${slug}`} prefetch={false}>
            {t("consultation")}
          </Link>
        </nav>
      </div>
    </header>
  );
}

function Standing({ round: { number, opensAt, timeZone, stage } }: { readonly round: RoundTab }) {
  const t = useTranslations("roundFindings");
  const format = useFormatter();
  const date = format.dateTime(new Date(opensAt), { day: "numeric", month: "long", timeZone });
  if (stage === "draft") return <span className="help">{t("tabPlanned", { number, date })}</span>;
  return <span className="help">{t(stage === "closed" ? "tabAwaited" : "tabOpen", { number })}</span>;
}
