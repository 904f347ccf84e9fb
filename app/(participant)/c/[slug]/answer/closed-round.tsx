"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { AnswerSummary } from "@/app/_components/answer-fields/answer-summary";
import { givenOf } from "@/app/_components/answer-fields/answered";
import { GroupSummary } from "@/app/_components/answer-fields/group-summary";
import { Masthead } from "@/app/_components/masthead";
import { canonicalJson } from "@/domain/anonymity/encoding";
import { BREAKDOWN } from "@/domain/questionnaire/breakdown";
import { useCopy } from "../../../_copying";
import type { SentResponse } from "../../../_protocol/device";
import { receiptsOf } from "./asked";
import { ForgetDevice } from "./forget-device";
import type { AnswerableRound } from "./situation";

type ClosedRoundProps = { readonly slug: string; readonly answerable: AnswerableRound };

/** What is known here of whether the answers were taken. */
function outcomeOf(sent: SentResponse | null, asSent: boolean) {
  if (sent === null) return "notTaken";
  if (sent.receipt === null) return "unknown";
  return asSent ? "taken" : "earlierTaken";
}

/** What stands in an element, line by line; it is left selected. */
function asItReads(element: HTMLElement | null): string {
  const selection = window.getSelection();
  if (element === null || selection === null) return "";
  selection.selectAllChildren(element);
  return selection.toString();
}

/** The round or window has closed. What was written here and not sent can still be copied. */
export function ClosedRound({ slug, answerable }: ClosedRoundProps) {
  const t = useTranslations("participant.closed");
  const tWindow = useTranslations("participantWindow");
  const { copy, said } = useCopy();
  const written = useRef<HTMLDivElement>(null);
  const { device, questionnaire, draft, sent, round } = answerable;
  const asSent = sent !== null && canonicalJson(sent.answers) === canonicalJson(givenOf(draft));

  return (
    <>
      <Masthead>
        <span className="tag done">{t("noName")}</span>
      </Masthead>
      <main className="sheet" id="main">
        <h1>
          {round.kind === "window"
            ? tWindow("closed", { number: round.number })
            : t("title", { number: round.number })}
        </h1>
        <p className="lede" role="status">
          {t(outcomeOf(sent, asSent))}
        </p>
        {sent?.receipt != null && <p className="hash">{sent.receipt}</p>}
        <div className="row">
          <button
            type="button"
            className="btn secondary"
            onClick={() => copy(asItReads(written.current), written.current)}
          >
            {said === "copied" ? t("copied") : t("copy")}
          </button>
          {sent !== null && (
            <a className="btn secondary" href={receiptsOf(slug, round)}>
              {t("check")}
            </a>
          )}
          <a className="btn quiet" href={`/c/${slug}`}>
            {t("consultation")}
          </a>
        </div>
        <p className="help" role="status">
          {said === "refused" && t("copyRefused")}
        </p>
        <div ref={written}>
          {questionnaire.breakdown !== undefined && (
            <dl className="answers">
              <GroupSummary breakdown={questionnaire.breakdown} answer={draft[BREAKDOWN]} />
            </dl>
          )}
          <ol className="review">
            {questionnaire.agendaQuestions.map((question, index) => (
              <li key={question.id}>
                <h2>
                  {index + 1}. {question.text}
                </h2>
                <dl className="answers">
                  {question.items.map((item) => (
                    <AnswerSummary key={item.id} item={item} answer={draft[item.id]} />
                  ))}
                </dl>
              </li>
            ))}
          </ol>
        </div>
        <div>
          <ForgetDevice slug={slug} device={device} what="closed" />
        </div>
      </main>
    </>
  );
}
