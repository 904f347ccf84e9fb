import { TRPCError } from "@trpc/server";
import { getFormatter, getTranslations } from "next-intl/server";
import { GroupsSection } from "@/app/_components/figures/groups-section";
import { MovementSection } from "@/app/_components/figures/movement-section";
import { ParticipationSection, WithheldSection } from "@/app/_components/figures/withheld-section";
import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
import { Refusal } from "@/domain/refusal";
import { choicesOf } from "@/domain/wording/chosen";
import { SignOffPanel } from "../../../sign-off-panel";
import { titleWithin } from "../../../title";
import { FindingsDesk } from "./findings-desk";

type FindingsPageProps = PageProps<"/consultations/[consultationId]/rounds/[roundId]/findings">;

export async function generateMetadata({ params }: FindingsPageProps) {
  const [t, { consultationId }] = await Promise.all([getTranslations("shell"), params]);
  return titleWithin(consultationId, t("findings"));
}

/** What is asked for, or the sentence of the refusal while the round has not been counted. */
async function onceReleased<Value>(asked: Promise<Value>): Promise<Value | string> {
  try {
    return await asked;
  } catch (error) {
    const { cause } = error instanceof TRPCError ? error : {};
    if (cause instanceof Refusal && cause.code === "not_released" && error instanceof TRPCError)
      return error.message;
    throw error;
  }
}

export default async function FindingsPage({ params }: FindingsPageProps) {
  const { consultationId, roundId } = await params;
  const [t, tDesk, tSignOff, format, caller] = await Promise.all([
    getTranslations("draftFindings"),
    getTranslations("wordingDesk"),
    getTranslations("signOff"),
    getFormatter(),
    registry(),
  ]);
  const drafts = await forPage(onceReleased(caller.publication.drafts({ consultationId, roundId })));
  if (typeof drafts === "string")
    return (
      <main className="desk" id="main">
        <div className="withheld">
          <b>{t("waitingTitle")}</b>
          {drafts}
        </div>
      </main>
    );
  const desk = await forPage(caller.wordings.desk({ consultationId, roundId }));

  const { number, slug, findings, chosen, movements, questionnaire, release, publishedAt, timeZone } = drafts;
  const day = (at: string) =>
    format.dateTime(new Date(at), { day: "numeric", month: "long", year: "numeric", timeZone });
  const differing = findings.filter((finding) => choicesOf(finding, chosen).length > 0).length;
  return (
    <main className="desk" id="main">
      <div className="desk-head">
        <div>
          <h1>{t("title", { number })}</h1>
          <p>
            {t("count", { count: findings.length })} {tDesk("differing", { count: differing })}
          </p>
          {findings.some(({ kind }) => kind === "text") && <p>{t("openAnswers")}</p>}
          {publishedAt === null ? (
            <span className="tag alert">{t("draft")}</span>
          ) : (
            <span className="tag done">{t("published", { date: day(publishedAt) })}</span>
          )}
        </div>
        <div className="acts">
          <a className="btn secondary" href="#signatures">
            {tSignOff("to")}
          </a>
          {publishedAt !== null && (
            <a className="btn secondary" href={`/c/${slug}/rounds/${number}`}>
              {t("publicPage")}
            </a>
          )}
        </div>
      </div>
      <FindingsDesk
        place={{ consultationId, roundId }}
        round={drafts}
        history={desk.history}
        delegations={desk.delegations}
      />
      <div className="panel reader-main" id="round">
        <MovementSection movements={movements} now={number} figuresBefore={0} />
        <GroupsSection questionnaire={questionnaire} release={release} figuresBefore={movements.length} />
        <ParticipationSection participation={release.participation} />
        <WithheldSection round={drafts} />
      </div>
      <div className="stack" id="signatures">
        <SignOffPanel consultationId={consultationId} subject={{ of: "findings", roundId }} />
      </div>
    </main>
  );
}
