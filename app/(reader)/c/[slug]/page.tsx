import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { BackgroundPapersBeside } from "@/app/_components/background-papers";
import { Deadline } from "@/app/_components/deadline";
import { Masthead, SimulatedNotice } from "@/app/_components/masthead";
import { Moment } from "@/app/_components/moment";
import { backgroundPapersOf } from "@/app/_trpc/background-papers";
import { publicPageOf } from "@/app/_trpc/public-page";
import { WindowsSection } from "./windows-section";
import { WithdrawnSection } from "./withdrawn-section";

const MARK = { draft: "none", opening: "none", open: "live", closing: "none", closed: "done" } as const;

type ConsultationPageProps = PageProps<"/c/[slug]">;

export async function generateMetadata({ params }: ConsultationPageProps) {
  return { title: (await publicPageOf((await params).slug)).title };
}

/** A consultation as anybody may read it. */
export default async function ConsultationPage({ params }: ConsultationPageProps) {
  const { slug } = await params;
  const [t, tClock, tSignOff, tMethod, page, background] = await Promise.all([
    getTranslations("consultationPage"),
    getTranslations("clock"),
    getTranslations("consultationSignOff"),
    getTranslations("method"),
    publicPageOf(slug),
    backgroundPapersOf(slug),
  ]);
  return (
    <>
      {page.simulated && <SimulatedNotice />}
      <Masthead />
      <main className="sheet" id="main">
        <h1>{page.title}</h1>
        <p className="lede">{page.subject}</p>
        <dl className="facts big">
          <div>
            <dt>{t("hosts")}</dt>
            <dd>{page.coHosts.join("; ")}</dd>
          </div>
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
        <h2>{t("rounds")}</h2>
        <ol className="stack">
          {page.rounds.map((round) => (
            <li className="notice" key={round.id}>
              <h3>{t("round", { number: round.number })}</h3>
              <p>{t(`levels.${round.level}`)}</p>
              <p>
                {t(round.stage === "closed" ? "closed" : round.stage === "open" ? "closes" : "opens")}{" "}
                {round.stage === "closed" ? (
                  <Moment at={round.closesAt} timeZone={round.timeZone} />
                ) : (
                  <Deadline
                    at={round.stage === "open" ? round.closesAt : round.opensAt}
                    timeZone={round.timeZone}
                    over={round.stage === "draft" ? tClock("openingOver") : ""}
                  />
                )}
              </p>
              {round.extendedByRule && <p className="help">{tClock("extended")}</p>}
              <p>
                <span className={`tag ${MARK[round.stage]}`}>{t(`stages.${round.stage}`)}</span>
              </p>
              {round.signOff !== null && (
                <p className="help">
                  {tSignOff("findings", round.signOff)}. {tSignOff("help")}
                </p>
              )}
              {round.paper !== null && (
                <p>
                  <Link href={`/c/${slug}/paper/${round.paper}`} prefetch={false}>
                    {t("paper", { number: round.paper })}
                  </Link>
                </p>
              )}
              <BackgroundPapersBeside
                slug={slug}
                papers={background.find(({ roundId }) => roundId === round.id)?.papers ?? []}
                timeZone={round.timeZone}
              />
              {round.published && (
                <p>
                  <Link href={`/c/${slug}/rounds/${round.number}`}>
                    {t("findings", { number: round.number })}
                  </Link>
                </p>
              )}
              {round.stage === "closed" && (
                <p>
                  <Link href={`/c/${slug}/rounds/${round.number}/receipts`} prefetch={false}>
                    {t("receipts")}
                  </Link>
                </p>
              )}
              {round.stage === "open" && (
                <p>
                  <Link href={`/c/${slug}/rounds/${round.number}/questionnaire`}>{t("questionnaire")}</Link>
                </p>
              )}
            </li>
          ))}
        </ol>
        <WithdrawnSection withdrawn={page.withdrawn} />
        <WindowsSection slug={slug} windows={page.windows} />
        {page.reportSignOff !== null && <p className="help">{tSignOff("report", page.reportSignOff)}.</p>}
        {page.reportPublished && (
          <p>
            <Link className="btn secondary" href={`/reports/${slug}`}>
              {t("report")}
            </Link>
          </p>
        )}
        <p>
          <Link href="/method" prefetch={false}>
            {tMethod("link")}
          </Link>
        </p>
        <h2>{t("participants")}</h2>
        <p className="help">{t("participantsHelp")}</p>
        <p>
          <Link className="btn secondary" href={`/c/${slug}/answer`} prefetch={false}>
            {t("answer")}
          </Link>
        </p>
      </main>
    </>
  );
}
