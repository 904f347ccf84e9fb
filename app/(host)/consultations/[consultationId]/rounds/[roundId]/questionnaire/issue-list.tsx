"use client";

import { useTranslations } from "next-intl";
import { BREAKDOWN } from "@/domain/questionnaire/breakdown";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { itemNumber, placeOf } from "./place";
import type { IssueSentence } from "./use-issue-sentences";

type IssueListProps = {
  readonly questionnaire: Questionnaire;
  readonly issues: readonly IssueSentence[];
  readonly onGo: (id: string) => void;
};

/** Everything still to put right, each leading to where it is. */
export function IssueList({ questionnaire, issues, onGo }: IssueListProps) {
  const t = useTranslations("questionnaire");
  function nameOf(id: string): string {
    if (id === BREAKDOWN) return t("issueOfBreakdown");
    const place = placeOf(questionnaire, id);
    if (place === undefined) return "";
    const { questionIndex, item } = place;
    return item === undefined
      ? t("issueOfQuestion", { number: questionIndex + 1 })
      : t("issueOfItem", { number: itemNumber(questionIndex, item.index) });
  }
  return (
    <section className="outline issue-list" aria-labelledby="issues">
      <h2 id="issues">{t("issues")}</h2>
      <p className={issues.length === 0 ? "tag done" : "tag alert"} role="status">
        {t("issueCount", { count: issues.length })}
      </p>
      {issues.length > 0 && (
        <>
          <ul>
            {issues.map(({ at, code, sentence }) => (
              <li key={`${at} ${code}`}>
                {at === undefined ? (
                  sentence
                ) : (
                  <a
                    href={`#edit-${at}`}
                    onClick={(event) => {
                      event.preventDefault();
                      onGo(at);
                    }}
                  >
                    <span>
                      <b>{nameOf(at)}</b> {sentence}
                    </span>
                  </a>
                )}
              </li>
            ))}
          </ul>
          <p className="help">{t("issuesHelp")}</p>
        </>
      )}
    </section>
  );
}
