"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import type { Issue } from "@/domain/issue";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import type { Go } from "./answer-sheet";

/** The sentence of an issue. */
export function useSentence(): (issue: Issue) => string {
  const t = useTranslations("issues");
  // Which values a sentence takes is known to the validation that found the issue, not to the type of its code.
  return ({ code, values }) => t(code, (values ?? {}) as never);
}

type ToMendProps = {
  readonly questionnaire: Questionnaire;
  readonly issues: readonly Issue[];
  readonly notice: RefObject<HTMLElement | null>;
  readonly go: Go;
};

/** What keeps the answers from being sent, each with the way to it. */
export function ToMend({ questionnaire, issues, notice, go }: ToMendProps) {
  const t = useTranslations("participant.review");
  const sentence = useSentence();
  return (
    <section className="notice caution" aria-labelledby="to-mend" ref={notice} tabIndex={-1}>
      <p className="title" id="to-mend">
        {t("toMend", { count: issues.length })}
      </p>
      <ul className="stack">
        {issues.map((issue) => {
          const { code, at } = issue;
          const asked = questionnaire.agendaQuestions.flatMap(({ items }, index) =>
            items.flatMap((item) => (item.id === at ? [{ index, item }] : [])),
          )[0];
          return (
            <li key={`${code} ${at}`}>
              {asked !== undefined && (
                <a
                  className="way"
                  href={`#question-${asked.index + 1}`}
                  onClick={(event) => {
                    event.preventDefault();
                    go(asked.index, asked.item.id);
                  }}
                >
                  {t("toMendAt", { number: asked.index + 1, prompt: asked.item.prompt })}
                </a>
              )}
              <p>{sentence(issue)}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
