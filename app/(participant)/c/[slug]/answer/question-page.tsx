"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefCallback, useEffect } from "react";
import { AnswerField } from "@/app/_components/answer-fields/answer-field";
import { givenOf, isComplete, progressOf } from "@/app/_components/answer-fields/answered";
import { BackgroundTable } from "@/app/_components/answer-fields/background-table";
import { GroupField } from "@/app/_components/answer-fields/group-field";
import { Masthead } from "@/app/_components/masthead";
import { ParagraphBeside } from "@/app/_components/paper/paragraph-beside";
import { BREAKDOWN } from "@/domain/questionnaire/breakdown";
import { answerIssues, type Item } from "@/domain/questionnaire/item";
import type { Go } from "./answer-sheet";
import { BackButton } from "./back-button";
import { type EarlierItem, EarlierRound, useOwnEarlier } from "./earlier-round";
import { MayBeShownLink } from "./may-be-shown-link";
import { Saved } from "./saved";
import type { AnswerableRound } from "./situation";
import { useSentence } from "./to-mend";
import type { useDraft } from "./use-draft";
import { ToCopy } from "./withdrawn-round";

type QuestionPageProps = {
  readonly slug: string;
  readonly answerable: AnswerableRound;
  /** Until when answers are taken. */
  readonly closes: ReactNode;
  readonly earlier: Readonly<Record<string, EarlierItem>>;
  /** The papers that the hosts give to read with this round. */
  readonly background: ReactNode;
  readonly draft: ReturnType<typeof useDraft>;
  readonly index: number;
  /** The item to start at, where one was asked for. */
  readonly itemId: string | null;
  /** The answers were read over: from then on what is to be mended is said beside them too. */
  readonly reviewed: boolean;
  readonly heading: RefCallback<HTMLHeadingElement>;
  readonly go: Go;
};

/** One agenda question with its items; under the first, the group where the round asks for one. */
export function QuestionPage(props: QuestionPageProps) {
  const { slug, answerable, closes, earlier, background, draft, index, itemId, reviewed, heading, go } =
    props;
  const t = useTranslations("participant.answer");
  const sentence = useSentence();
  const given = givenOf(draft.answers);
  const own = useOwnEarlier(
    answerable.device,
    Object.values(earlier).map(({ round }) => round.id),
  );
  useEffect(() => {
    if (itemId === null) return;
    document.getElementById(itemId)?.scrollIntoView();
    document.getElementById(`${itemId}-prompt`)?.focus({ preventScroll: true });
  }, [itemId]);
  const { agendaQuestions, breakdown } = answerable.questionnaire;
  const question = agendaQuestions[index];
  if (question === undefined) return null;
  const last = index === agendaQuestions.length - 1;
  const { paper, before } = answerable;
  function aboutOf({ paragraph }: Item) {
    if (paper === null || paragraph === undefined) return undefined;
    return (
      <ParagraphBeside paper={paper} paragraph={paragraph} address={`/c/${slug}/paper/${paper.number}`} />
    );
  }
  function besideOf(item: Item) {
    const before = earlier[item.id];
    if (before === undefined) return undefined;
    return (
      <EarlierRound
        earlier={before}
        own={own[before.round.id]?.[item.id]}
        answered={isComplete(item, draft.answers[item.id])}
      />
    );
  }
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
          <h1 className="question" ref={itemId === null ? heading : undefined} tabIndex={-1}>
            {question.text}
          </h1>
          {closes}
          <p className="help">{t("leaveOut")}</p>
          <MayBeShownLink />
          {before !== null && (
            <details className="more">
              <summary>{t("before")}</summary>
              <ToCopy what={t("beforeWhat")} {...before} />
            </details>
          )}
          {background}
          {question.background !== null && <BackgroundTable background={question.background} />}
          {question.items.map((item) => (
            <AnswerField
              key={item.id}
              item={item}
              answer={draft.answers[item.id]}
              issues={reviewed ? answerIssues(item, given[item.id]).map(sentence) : []}
              onChange={(answer) => draft.change(item.id, answer)}
              about={aboutOf(item)}
              beside={besideOf(item)}
            />
          ))}
          {question.attribution !== null && <p className="source">{question.attribution}</p>}
          {index === 0 && breakdown !== undefined && (
            <GroupField
              breakdown={breakdown}
              answer={draft.answers[BREAKDOWN]}
              onChange={(answer) => draft.change(BREAKDOWN, answer)}
            />
          )}
        </div>
      </main>
      <footer className="actionbar">
        <div>
          <BackButton onBack={index > 0 ? () => go(index - 1) : undefined} />
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
