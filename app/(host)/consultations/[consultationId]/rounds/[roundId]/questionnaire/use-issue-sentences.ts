"use client";

import { useTranslations } from "next-intl";
import type { IssueCode } from "@/domain/issue";
import { type Paper, paragraphsOf } from "@/domain/paper/paper";
import { pointerIssues } from "@/domain/paper/pointers";
import { breakdownElsewhere } from "@/domain/questionnaire/breakdown";
import { type Questionnaire, questionnaireIssues } from "@/domain/questionnaire/questionnaire";

export type IssueSentence = {
  readonly code: IssueCode;
  readonly at: string | undefined;
  readonly sentence: string;
};

/** What of its round a questionnaire depends on. */
type Surroundings = {
  /** The number of another round that asks for groups already. */
  readonly breakdownIn: number | null;
  /** The version of the discussion paper that the round circulates. */
  readonly paper: Pick<Paper, "blocks"> | null;
};

/** Everything that keeps a questionnaire from being asked, in words. */
export function useIssueSentences(
  questionnaire: Questionnaire,
  { breakdownIn, paper }: Surroundings,
): IssueSentence[] {
  const tIssues = useTranslations("issues");
  const paragraphs = paper === null ? [] : paragraphsOf(paper).map(({ paragraph }) => paragraph.id);
  const issues = [
    ...questionnaireIssues(questionnaire),
    ...breakdownElsewhere(questionnaire, breakdownIn),
    ...pointerIssues(questionnaire, paragraphs),
  ];
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
