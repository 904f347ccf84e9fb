"use client";

import { useTranslations } from "next-intl";
import type { ReactNode, RefCallback } from "react";
import { AnswerField } from "@/app/_components/answer-fields/answer-field";
import { Masthead } from "@/app/_components/masthead";
import { Saved } from "./saved";
import type { AnswerableRound } from "./situation";
import type { useDraft } from "./use-draft";

type WindowPageProps = {
  readonly slug: string;
  readonly answerable: AnswerableRound;
  /** Until when answers are taken. */
  readonly closes: ReactNode;
  readonly draft: ReturnType<typeof useDraft>;
  readonly heading: RefCallback<HTMLHeadingElement>;
  readonly onReview: () => void;
};

/** The one page of a window: the draft to read, and a field for what it leaves out. */
export function WindowPage({ slug, answerable, closes, draft, heading, onReview }: WindowPageProps) {
  const t = useTranslations("participantWindow");
  const tAnswer = useTranslations("participant.answer");
  const { questionnaire, round } = answerable;
  return (
    <>
      <Masthead>
        <span className="tag done">{tAnswer("noName")}</span>
      </Masthead>
      <main className="sheet" id="main">
        <div className="sheet-body stack">
          {questionnaire.agendaQuestions.map(({ id, text, items }) => (
            <div className="stack" key={id}>
              <div>
                <p className="eyebrow">{t("eyebrow")}</p>
                <h1 className="question" ref={heading} tabIndex={-1}>
                  {text}
                </h1>
              </div>
              <p className="lede">{t("lede")}</p>
              <p>
                {/* In a tab of its own, so that nobody loses what is written here. */}
                <a
                  className="btn secondary"
                  href={`/c/${slug}/windows/${round.number}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {t("readDraft")}
                </a>
              </p>
              <div className="notice">
                <p>{t("nothingToAdd")}</p>
              </div>
              {items.map((item) => (
                <AnswerField
                  key={item.id}
                  item={item}
                  answer={draft.answers[item.id]}
                  issues={[]}
                  onChange={(answer) => draft.change(item.id, answer)}
                />
              ))}
              <p className="help">{t("whoReads")}</p>
              {closes}
            </div>
          ))}
        </div>
      </main>
      <footer className="actionbar">
        <div>
          <span className="grow help">
            <Saved draft={draft} />
          </span>
          <button type="button" className="btn fit" onClick={onReview}>
            {tAnswer("toReview")}
          </button>
        </div>
      </footer>
    </>
  );
}
