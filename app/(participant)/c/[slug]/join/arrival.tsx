import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { BackgroundPapers } from "@/app/_components/background-papers";
import { Deadline } from "@/app/_components/deadline";
import { SHOWN_RULES } from "@/domain/method/shown";
import type { AppRouter } from "@/server/trpc/router";

type Outputs = inferRouterOutputs<AppRouter>;
type ArrivalProps = {
  readonly page: Outputs["consultations"]["publicPage"];
  /** The background papers of its rounds. */
  readonly background: Outputs["backgroundPapers"]["ofConsultation"];
};

const PARTIES = ["hosts", "delegations", "operators", "readers"] as const;
const LIMITS = ["writing", "network", "code", "pressure", "unanimity", "operator", "hostOfAll"] as const;

/** What a participant reads before enrolling: the matter, who sees what, what may be shown, what is stored, and the limits. */
export function Arrival({ page, background }: ArrivalProps) {
  const t = useTranslations("participant.join");
  const tClock = useTranslations("clock");
  const tPapers = useTranslations("backgroundPapers");
  const round =
    page.rounds.find(({ stage }) => stage === "open") ?? page.rounds.find(({ stage }) => stage === "draft");
  const papers = background.find(({ roundId }) => roundId === round?.id)?.papers ?? [];
  return (
    <>
      <h1>{page.title}</h1>
      <p className="lede">{page.subject}</p>
      <dl className="facts big">
        <div>
          <dt>{t("hosts")}</dt>
          <dd>{page.coHosts.join("; ")}</dd>
        </div>
        {round !== undefined && (
          <div>
            <dt>{t(round.stage === "open" ? "closes" : "opens")}</dt>
            <dd>
              <Deadline
                at={round.stage === "open" ? round.closesAt : round.opensAt}
                timeZone={round.timeZone}
                over={tClock(round.stage === "open" ? "timeIsUp" : "openingOver")}
              />
              <span className="help">
                {t(`level.${round.level}`, { number: round.number, of: page.rounds.length })}
              </span>
            </dd>
          </div>
        )}
        <div>
          <dt>{t("rule")}</dt>
          <dd>{page.rule}</dd>
        </div>
        {page.fingerprint !== null && (
          <div>
            <dt>{t("fingerprint")}</dt>
            <dd>
              <span className="mono">{page.fingerprint.join(" ")}</span>
              <span className="help">{t("fingerprintHelp")}</span>
            </dd>
          </div>
        )}
      </dl>
      {round?.stage === "open" && (
        <p>
          <Link href={`/c/${page.slug}/rounds/${round.number}/questionnaire`} prefetch={false}>
            {t("readFirst")}
          </Link>
        </p>
      )}
      {round !== undefined && papers.length > 0 && (
        <>
          <h2>{tPapers("ofRound", { number: round.number })}</h2>
          <p className="help">{tPapers("what")}</p>
          <BackgroundPapers slug={page.slug} papers={papers} timeZone={round.timeZone} />
        </>
      )}
      <h2>{t("whoSeesWhat")}</h2>
      <dl className="sees">
        {PARTIES.map((party) => (
          <div key={party}>
            <dt>{t(`sees.${party}.who`)}</dt>
            <dd>{t(`sees.${party}.what`)}</dd>
          </div>
        ))}
      </dl>
      <MayBeShown />
      <h2>{t("stored")}</h2>
      <div className="stores">
        <div>
          <h3>{t("storedRegistry")}</h3>
          {t("storedRegistryWhat")}
        </div>
        <div>
          <h3>{t("storedBallot")}</h3>
          {t("storedBallotWhat")}
        </div>
      </div>
      <p className="help">{t("storedHelp")}</p>
      {round?.stage === "open" && <p className="notice">{t("late")}</p>}
      <details className="more">
        <summary>{t("limits")}</summary>
        <ul className="bullets">
          {LIMITS.map((limit) => (
            <li key={limit}>{t(`limit.${limit}`)}</li>
          ))}
        </ul>
      </details>
      <p>
        <a href="/who-can-learn-what" target="_blank" rel="noreferrer">
          {t("whoCanLearnWhat")}
        </a>
      </p>
      <p className="help">{t("notYours")}</p>
    </>
  );
}

/** The rules that decide what anybody sees of the answers, each in a sentence or two, and the way to all of them. */
function MayBeShown() {
  const t = useTranslations("shown");
  return (
    <>
      <h2>{t("heading")}</h2>
      <p>{t("lede")}</p>
      <dl className="sees">
        {SHOWN_RULES.map((rule) => (
          <div key={rule}>
            <dt>{t(`rules.${rule}.name`)}</dt>
            <dd>{t(`rules.${rule}.what`)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href="/what-may-be-shown" target="_blank" rel="noreferrer">
          {t("link")}
        </a>
      </p>
    </>
  );
}
