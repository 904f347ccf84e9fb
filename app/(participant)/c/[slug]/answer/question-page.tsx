"use client";

import { useTranslations } from "next-intl";
import type { RefCallback } from "react";
import { AnswerField } from "@/app/_components/answer-fields/answer-field";
import { progressOf } from "@/app/_components/answer-fields/answered";
import { BackgroundTable } from "@/app/_components/answer-fields/background-table";
import { Masthead } from "@/app/_components/masthead";
import type { SheetPage } from "./answer-sheet";
import { Saved } from "./saved";
import type { AnswerableRound } from "./situation";
import type { useDraft } from "./use-draft";

type QuestionPageProps = {
  readonly answerable: AnswerableRound;
  readonly draft: ReturnType<typeof useDraft>;
  readonly index: number;
  readonly heading: RefCallback<HTMLHeadingElement>;
  readonly go: (page: SheetPage) => void;
};

/** One agenda question with its items. */
export function QuestionPage({ answerable, draft, index, heading, go }: QuestionPageProps) {
  const t = useTranslations("participant.answer");
  const { agendaQuestions } = answerable.questionnaire;
  const question = agendaQuestions[index];
  if (question === undefined) return null;
  const last = index === agendaQuestions.length - 1;
  return (
    <>
      <Masthead>
        <span className="tag done">{t("noName")}</span>
      </Masthead>
      <main className="sheet" id="main">
        <div className="sheet-body stack">
          <nav className="progress" aria-label={t("questions")}>
            <ol className="steps" aria-hidden="true">
              {agendaQuestions.map(({ id }, at) => (
                <li key={id} className={at === index ? "now" : at < index ? "done" : ""} />
              ))}
            </ol>
            <span>{t("question", { number: index + 1, of: agendaQuestions.length })}</span>
          </nav>
          <h1 className="question" ref={heading} tabIndex={-1}>
            {question.text}
          </h1>
          <p className="help">{t("leaveOut")}</p>
          {question.background !== null && <BackgroundTable background={question.background} />}
          {question.items.map((item) => (
            <AnswerField
              key={item.id}
              item={item}
              answer={draft.answers[item.id]}
              issues={[]}
              onChange={(answer) => draft.change(item.id, answer)}
            />
          ))}
          {question.attribution !== null && <p className="source">{question.attribution}</p>}
        </div>
      </main>
      <footer className="actionbar">
        <div>
          <button
            type="button"
            className="btn secondary fit"
            aria-label={t("back")}
            aria-disabled={index === 0}
            onClick={() => index > 0 && go(index - 1)}
          >
            <svg className="icon flips" viewBox="0 0 24 24" aria-hidden="true">
              <path d="M19 12H5M11 6l-6 6 6 6" />
            </svg>
          </button>
          <span className="grow help">
            {t("answered", progressOf(question, draft.answers))}
            <br />
            <Saved draft={draft} />
          </span>
          <button type="button" className="btn fit" onClick={() => go(last ? "review" : index + 1)}>
            {last ? t("toReview") : t("toQuestion", { number: index + 2 })}
            <svg className="icon flips" viewBox="0 0 24 24" aria-hidden="true">
              <path d="M5 12h14M13 6l6 6-6 6" />
            </svg>
          </button>
        </div>
      </footer>
    </>
  );
}
