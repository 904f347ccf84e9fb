import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Deadline } from "@/app/_components/deadline";
import { Moment } from "@/app/_components/moment";
import type { AppRouter } from "@/server/trpc/router";

export type OverviewRound = inferRouterOutputs<AppRouter>["consultations"]["overview"]["rounds"][number];

type RoundTimelineProps = {
  readonly consultationId: string;
  readonly slug: string;
  readonly rounds: readonly OverviewRound[];
};

const MARK = { draft: "none", opening: "alert", open: "live", closing: "alert", closed: "done" } as const;
const PLACE = { draft: "", opening: "now", open: "now", closing: "now", closed: "past" } as const;

export function RoundTimeline({ consultationId, slug, rounds }: RoundTimelineProps) {
  const t = useTranslations("overview");
  const tSignOff = useTranslations("signOff");
  const tDesk = useTranslations("backgroundDesk");
  return (
    <section className="panel stack-lg" aria-labelledby="rounds">
      <div className="panel-title">
        <h2 id="rounds">{t("rounds")}</h2>
        <Link className="btn quiet small" href={`/consultations/${consultationId}/settings#rounds`}>
          {t("datesAndLevels")}
        </Link>
      </div>
      <ol className="timeline">
        {rounds.map((round) => (
          <li className={PLACE[round.stage]} key={round.id}>
            <h3>{t("round", { number: round.number })}</h3>
            <p>{t(`levels.${round.level}`)}</p>
            <p className="help">
              {t(round.stage === "closed" ? "closedAt" : round.stage === "draft" ? "opensAt" : "closesAt")}{" "}
              {round.stage === "closed" ? (
                <Moment at={round.closesAt} timeZone={round.timeZone} />
              ) : (
                <Deadline
                  at={round.stage === "draft" ? round.opensAt : round.closesAt}
                  timeZone={round.timeZone}
                />
              )}
            </p>
            <p>
              <span className={`tag ${MARK[round.stage]}`}>
                {t(round.published ? "stages.published" : `stages.${round.stage}`)}
              </span>
            </p>
            {round.signOff !== null && <p className="help">{tSignOff("awaiting", round.signOff)}</p>}
            <p>
              {round.published ? (
                <Link href={`/c/${slug}/rounds/${round.number}`}>{t("readFindings")}</Link>
              ) : round.stage === "closed" ? (
                <Link href={`/consultations/${consultationId}/rounds/${round.id}/findings`}>
                  {t("goToFindings")}
                </Link>
              ) : (
                <Link href={`/consultations/${consultationId}/rounds/${round.id}/questionnaire`}>
                  {t("goToQuestionnaire")}
                </Link>
              )}
            </p>
            <p>
              <Link href={`/consultations/${consultationId}/rounds/${round.id}/background`}>
                {tDesk("tab")}
                <span className="sr"> {t("round", { number: round.number })}</span>
              </Link>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
