"use client";

import type { RefObject } from "react";
import { AnswerSummary } from "@/app/_components/answer-fields/answer-summary";
import { GroupSummary } from "@/app/_components/answer-fields/group-summary";
import { BREAKDOWN } from "@/domain/questionnaire/breakdown";
import type { Answers, Questionnaire } from "@/domain/questionnaire/questionnaire";

type WrittenAnswersProps = {
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
  /** The element that can be copied as it reads. */
  readonly written: RefObject<HTMLDivElement | null>;
};

/** All that was answered, each answer under its question, to be read and copied. */
export function WrittenAnswers({ questionnaire, answers, written }: WrittenAnswersProps) {
  return (
    <div ref={written}>
      {questionnaire.breakdown !== undefined && (
        <dl className="answers">
          <GroupSummary breakdown={questionnaire.breakdown} answer={answers[BREAKDOWN]} />
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
                <AnswerSummary key={item.id} item={item} answer={answers[item.id]} />
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** What stands in an element, line by line; it is left selected. */
export function asItReads(element: HTMLElement | null): string {
  const selection = window.getSelection();
  if (element === null || selection === null) return "";
  selection.selectAllChildren(element);
  return selection.toString();
}
