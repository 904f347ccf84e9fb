"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { AnswerSummary } from "@/app/_components/answer-fields/answer-summary";
import { Masthead } from "@/app/_components/masthead";
import { canonicalJson } from "@/domain/anonymity/encoding";
import type { SentResponse } from "../../../_protocol/device";
import type { AnswerableRound } from "./situation";

type ClosedRoundProps = { readonly slug: string; readonly answerable: AnswerableRound };

/** What is known here of whether the answers were taken. */
function outcomeOf(sent: SentResponse | null, asSent: boolean) {
  if (sent === null) return "notTaken";
  if (sent.receipt === null) return "unknown";
  return asSent ? "taken" : "earlierTaken";
}

/** The round has closed. What was written here and not sent can still be copied. */
export function ClosedRound({ slug, answerable }: ClosedRoundProps) {
  const t = useTranslations("participant.closed");
  const [copied, setCopied] = useState(false);
  const written = useRef<HTMLOListElement>(null);
  const { questionnaire, draft, sent, round } = answerable;
  const asSent = sent !== null && canonicalJson(sent.answers) === canonicalJson(draft);

  /** Copies what stands on the page as it reads, line by line, and leaves it selected. */
  async function copy() {
    const selection = window.getSelection();
    if (written.current === null || selection === null) return;
    selection.selectAllChildren(written.current);
    await navigator.clipboard.writeText(selection.toString());
    setCopied(true);
  }

  return (
    <>
      <Masthead>
        <span className="tag done">{t("noName")}</span>
      </Masthead>
      <main className="sheet" id="main">
        <h1>{t("title", { number: round.number })}</h1>
        <p className="lede" role="status">
          {t(outcomeOf(sent, asSent))}
        </p>
        {sent?.receipt != null && <p className="hash">{sent.receipt}</p>}
        <div className="row">
          <button type="button" className="btn secondary" onClick={copy}>
            {copied ? t("copied") : t("copy")}
          </button>
          <a className="btn quiet" href={`/c/${slug}`}>
            {t("consultation")}
          </a>
        </div>
        <ol className="review" ref={written}>
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
      </main>
    </>
  );
}
