"use client";

import { useTranslations } from "next-intl";
import type { IssueCode } from "@/domain/issue";
import { breakdownElsewhere } from "@/domain/questionnaire/breakdown";
import { type Questionnaire, questionnaireIssues } from "@/domain/questionnaire/questionnaire";

export type IssueSentence = {
  readonly code: IssueCode;
  readonly at: string | undefined;
  readonly sentence: string;
};

/** Everything that keeps a questionnaire from being asked, in words; another round may ask for groups already. */
export function useIssueSentences(questionnaire: Questionnaire, breakdownIn: number | null): IssueSentence[] {
  const tIssues = useTranslations("issues");
  const issues = [...questionnaireIssues(questionnaire), ...breakdownElsewhere(questionnaire, breakdownIn)];
  return issues.map(({ code, at, values }) => ({
    code,
    at,
    sentence: tIssues(code as never, values as never), // a key of `issues` with the values of its own sentence
  }));
}

/** The sentences about one part, of these codes alone if any are given. */
export function sentencesAt(
  issues: readonly IssueSentence[],
  id: string,
  codes: readonly IssueCode[],
): string[] {
  return issues.filter(({ at, code }) => at === id && codes.includes(code)).map(({ sentence }) => sentence);
}
