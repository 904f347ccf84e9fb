"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefCallback, useRef, useState } from "react";
import { AnswerSummary } from "@/app/_components/answer-fields/answer-summary";
import { givenOf } from "@/app/_components/answer-fields/answered";
import { GroupSummary } from "@/app/_components/answer-fields/group-summary";
import { IdentityCheck } from "@/app/_components/answer-fields/identity-check";
import { Masthead } from "@/app/_components/masthead";
import { BREAKDOWN } from "@/domain/questionnaire/breakdown";
import { responseIssues } from "@/domain/questionnaire/questionnaire";
import { boxHere } from "../../../_means";
import type { SentResponse } from "../../../_protocol/device";
import { loadOwnResponse, submitAnswers } from "../../../_protocol/submission";
import { useTrouble } from "../../../_trouble";
import type { Go } from "./answer-sheet";
import { BackButton } from "./back-button";
import { MayBeShownLink } from "./may-be-shown-link";
import { Saved } from "./saved";
import type { AnswerableRound } from "./situation";
import { ToMend } from "./to-mend";
import type { useDraft } from "./use-draft";

type ReviewProps = {
  readonly answerable: AnswerableRound;
  /** Until when answers are taken. */
  readonly closes: ReactNode;
  readonly draft: ReturnType<typeof useDraft>;
  readonly sent: SentResponse | null;
  /** What stands on this device is not what was received. */
  readonly unsent: boolean;
  /** Another device has sent a newer response than the one changed here. */
  readonly behind: boolean;
  /** A response is on its way. */
  readonly sending: boolean;
  readonly onSending: (sending: boolean) => void;
  readonly heading: RefCallback<HTMLHeadingElement>;
  readonly go: Go;
  /** What was sent is another; not yet which page shows it. */
  readonly onSent: (response: SentResponse) => void;
  /** The round has been withdrawn. */
  readonly onWithdrawn: () => void;
  /** The round has closed; what was last sent, as far as this device knows. */
  readonly onClosed: (sent: SentResponse | null) => void;
};

/** What is known of what was sent. */
function standing(sent: SentResponse | null, unsent: boolean) {
  if (sent === null) return "nothingSent";
  if (sent.receipt === null) return "noReply";
  return unsent ? "sentBefore" : "received";
}

/** All answers to read over, and the button that sends them. */
export function Review(props: ReviewProps) {
  const {
    answerable,
    closes,
    draft,
    sent,
    unsent,
    behind,
    sending,
    heading,
    go,
    onSent,
    onWithdrawn,
    onClosed,
  } = props;
  const t = useTranslations("participant.review");
  const tWindow = useTranslations("participantWindow");
  const trouble = useTrouble();
  const [problem, setProblem] = useState<{ sentence: string; newer: boolean } | null>(null);
  const { device, participant, round, questionnaire } = answerable;
  const { agendaQuestions, breakdown } = questionnaire;
  const ofWindow = round.kind === "window";
  const answers = givenOf(draft.answers);
  const issues = responseIssues(questionnaire, answers);
  const notice = useRef<HTMLElement>(null);

  async function submit() {
    notice.current?.focus();
    if (sending || issues.length > 0) return;
    props.onSending(true);
    setProblem(null);
    try {
      const outcome = await submitAnswers(boxHere(), device, participant, round.roundId, answers);
      if (outcome.kind === "accepted") {
        const kept = await device.sent(round.roundId);
        if (kept !== null) {
          onSent(kept);
          go("receipt");
        }
      } else if (outcome.kind === "unreachable") {
        const kept = await device.sent(round.roundId);
        if (kept !== null) onSent(kept);
        setProblem({ sentence: t("notSent"), newer: false });
      } else if (outcome.code === "round_withdrawn") onWithdrawn();
      else if (outcome.code === "round_closed") onClosed(await device.sent(round.roundId));
      else setProblem({ sentence: outcome.sentence, newer: outcome.code === "revision_older" });
    } catch (error) {
      setProblem({ sentence: trouble(error), newer: false });
    }
    props.onSending(false);
  }

  async function takeNewer() {
    try {
      const newer = await loadOwnResponse(boxHere(), device, participant, round.roundId);
      if (newer !== null) await draft.replace(newer);
      const kept = await device.sent(round.roundId);
      if (kept !== null) onSent(kept);
      setProblem(null);
      go(0);
    } catch (error) {
      setProblem({ sentence: trouble(error), newer: true });
    }
  }

  return (
    <>
      <Masthead>
        <span className="tag done">{t("noName")}</span>
      </Masthead>
      <main className="sheet" id="main">
        <div>
          <p className="eyebrow">{t(standing(sent, unsent))}</p>
          <h1 ref={heading} tabIndex={-1}>
            {t("title")}
          </h1>
        </div>
        {closes}
        {/* Said here too, where its button is, if the newer response cannot be loaded. */}
        {behind && (
          <Told sentence={problem?.newer ? problem.sentence : t("behind")} onTakeNewer={takeNewer} />
        )}
        {unsent && !behind && <p className="notice caution">{t("unsent")}</p>}
        {breakdown !== undefined && (
          <section className="review-group">
            <h2>{t("group")}</h2>
            <button type="button" className="btn quiet small" onClick={() => go(0, BREAKDOWN)}>
              {t("changeGroup")}
            </button>
            <dl className="answers">
              <GroupSummary breakdown={breakdown} answer={draft.answers[BREAKDOWN]} />
            </dl>
          </section>
        )}
        <ol className="review">
          {agendaQuestions.map((question, index) => (
            <li key={question.id}>
              <h2>{ofWindow ? question.text : `${index + 1}. ${question.text}`}</h2>
              <button type="button" className="btn quiet small" onClick={() => go(index)}>
                {ofWindow ? tWindow("change") : t("change", { number: index + 1 })}
              </button>
              <dl className="answers">
                {question.items.map((item) => (
                  <AnswerSummary
                    key={item.id}
                    item={item}
                    answer={draft.answers[item.id]}
                    underText={(text) => <IdentityCheck text={text} />}
                  />
                ))}
              </dl>
            </li>
          ))}
        </ol>
        <p className="help">{ofWindow ? tWindow("whatHappens") : t("whatHappens")}</p>
        {!ofWindow && <MayBeShownLink />}
        <p>
          <Saved draft={draft} />
        </p>
        {issues.length > 0 && (
          <ToMend questionnaire={questionnaire} issues={issues} notice={notice} go={go} />
        )}
        <div aria-live="assertive">
          {problem !== null && (
            <Told sentence={problem.sentence} onTakeNewer={problem.newer ? takeNewer : undefined} />
          )}
        </div>
      </main>
      <footer className="actionbar">
        <div>
          <BackButton onBack={() => go(agendaQuestions.length - 1)} />
          <button
            type="button"
            className="btn"
            aria-disabled={sending || issues.length > 0}
            aria-describedby={issues.length > 0 ? "to-mend" : undefined}
            onClick={submit}
          >
            {t(sending ? "sending" : problem === null ? "submit" : "submitAgain")}
          </button>
        </div>
      </footer>
    </>
  );
}

type ToldProps = {
  readonly sentence: string;
  /** Takes what another device has sent in the place of what is written here; undefined where nothing newer is known. */
  readonly onTakeNewer: (() => void) | undefined;
};

/** What stands in the way of these answers. */
function Told({ sentence, onTakeNewer }: ToldProps) {
  const t = useTranslations("participant.review");
  return (
    <div className="notice caution" role="alert">
      <p>{sentence}</p>
      {onTakeNewer !== undefined && (
        <button type="button" className="btn secondary small" onClick={onTakeNewer}>
          {t("takeNewer")}
        </button>
      )}
    </div>
  );
}
