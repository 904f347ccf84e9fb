"use client";

import { useTranslations } from "next-intl";
import { type RefCallback, useState } from "react";
import { AnswerSummary } from "@/app/_components/answer-fields/answer-summary";
import { Masthead } from "@/app/_components/masthead";
import { responseIssues } from "@/domain/questionnaire/questionnaire";
import { boxHere } from "../../../_means";
import type { SentResponse } from "../../../_protocol/device";
import { loadOwnResponse, submitAnswers } from "../../../_protocol/submission";
import { useTrouble } from "../../../_trouble";
import type { SheetPage } from "./answer-sheet";
import { Saved } from "./saved";
import type { AnswerableRound } from "./situation";
import type { useDraft } from "./use-draft";

type ReviewProps = {
  readonly answerable: AnswerableRound;
  readonly draft: ReturnType<typeof useDraft>;
  readonly sent: SentResponse | null;
  readonly heading: RefCallback<HTMLHeadingElement>;
  readonly go: (page: SheetPage) => void;
  readonly onSent: (response: SentResponse) => void;
  /** The round has closed; what was last sent, as far as this device knows. */
  readonly onClosed: (sent: SentResponse | null) => void;
};

/** All answers to read over, and the button that sends them. */
export function Review({ answerable, draft, sent, heading, go, onSent, onClosed }: ReviewProps) {
  const t = useTranslations("participant.review");
  const tIssues = useTranslations("issues");
  const trouble = useTrouble();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<{ sentence: string; newer: boolean } | null>(null);
  const { device, participant, round, questionnaire } = answerable;
  const { agendaQuestions } = questionnaire;
  const issues = responseIssues(questionnaire, draft.answers);

  async function submit() {
    if (pending || issues.length > 0) return;
    setPending(true);
    setProblem(null);
    try {
      const outcome = await submitAnswers(boxHere(), device, participant, round.roundId, draft.answers);
      if (outcome.kind === "accepted") {
        const kept = await device.sent(round.roundId);
        if (kept !== null) onSent(kept);
      } else if (outcome.kind === "unreachable") setProblem({ sentence: t("notSent"), newer: false });
      else if (outcome.code === "round_closed") onClosed(await device.sent(round.roundId));
      else setProblem({ sentence: outcome.sentence, newer: outcome.code === "revision_older" });
    } catch (error) {
      setProblem({ sentence: trouble(error), newer: false });
    }
    setPending(false);
  }

  async function takeNewer() {
    try {
      const answers = await loadOwnResponse(boxHere(), device, participant, round.roundId);
      if (answers !== null) await draft.replace(answers);
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
          <p className="eyebrow">
            {t(sent === null ? "nothingSent" : sent.receipt === null ? "noReply" : "sentBefore")}
          </p>
          <h1 ref={heading} tabIndex={-1}>
            {t("title")}
          </h1>
        </div>
        <ol className="review">
          {agendaQuestions.map((question, index) => (
            <li key={question.id}>
              <h2>
                {index + 1}. {question.text}
              </h2>
              <button type="button" className="btn quiet small" onClick={() => go(index)}>
                {t("change", { number: index + 1 })}
              </button>
              <dl className="answers">
                {question.items.map((item) => (
                  <AnswerSummary key={item.id} item={item} answer={draft.answers[item.id]} />
                ))}
              </dl>
            </li>
          ))}
        </ol>
        {issues.length > 0 && (
          <ul className="notice caution">
            {issues.map(({ code, at, values }) => (
              <li key={`${code} ${at}`}>{tIssues(code, (values ?? {}) as never)}</li>
            ))}
          </ul>
        )}
        <div aria-live="assertive">
          {problem !== null && (
            <div className="notice caution" role="alert">
              <p>{problem.sentence}</p>
              {problem.newer && (
                <button type="button" className="btn secondary small" onClick={takeNewer}>
                  {t("takeNewer")}
                </button>
              )}
            </div>
          )}
        </div>
        <p className="help">{t("whatHappens")}</p>
      </main>
      <footer className="actionbar">
        <div>
          <button type="button" className="btn secondary fit" onClick={() => go(agendaQuestions.length - 1)}>
            {t("back")}
          </button>
          <span className="grow help">
            <Saved draft={draft} />
          </span>
          <button
            type="button"
            className="btn fit"
            aria-disabled={pending || issues.length > 0}
            onClick={submit}
          >
            {t(pending ? "sending" : problem === null ? "submit" : "submitAgain")}
          </button>
        </div>
      </footer>
    </>
  );
}
