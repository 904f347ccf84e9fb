import type { Issue } from "@/domain/issue";
import { pointerIssues } from "@/domain/paper/pointers";
import { breakdownElsewhere } from "@/domain/questionnaire/breakdown";
import { type Questionnaire, questionnaireIssues } from "@/domain/questionnaire/questionnaire";

export type RoundStage = "draft" | "opening" | "open" | "closing" | "closed";

/** Enrolled seats without which no round opens: fewer could not hide one another. */
export const MINIMUM_ENROLLED = 10;

/** What opening a round depends on. */
export type RoundToOpen = {
  readonly questionnaire: Questionnaire;
  readonly closesAt: Date;
  readonly stage: RoundStage;
};

/** What has to be in place before a round opens, step by step. */
export type OpeningStep =
  | "stage"
  | "otherRounds"
  | "copying"
  | "questionnaire"
  | "panel"
  | "enrolment"
  | "enrolled"
  | "closingTime";

/** What else in its consultation the opening of a round depends on. */
export type OpeningSituation = {
  readonly panel: { readonly seats: number; readonly enrolled: number };
  readonly enrolmentOpen: boolean;
  /** The consultation's rounds but this one. */
  readonly otherRounds: readonly { readonly number: number; readonly stage: RoundStage }[];
  /** The number of another round that asks for groups, if one does. */
  readonly breakdownIn: number | null;
  /** Ids of the paragraphs of the discussion paper that the round circulates. */
  readonly paragraphs: readonly string[];
  /** The number of the "not reflected" window that has not closed yet, if one has not. */
  readonly windowUnderWay: number | null;
  /** Whether the round was opened before and withdrawn, and authors can still copy their answers. */
  readonly copying: boolean;
  readonly now: Date;
};

/** Every step with what is still to do in it; a step without issues is done. */
export function openingSteps(
  round: RoundToOpen,
  {
    panel,
    enrolmentOpen,
    otherRounds,
    breakdownIn,
    paragraphs,
    windowUnderWay,
    copying,
    now,
  }: OpeningSituation,
): { readonly step: OpeningStep; readonly issues: readonly Issue[] }[] {
  const unless = (done: boolean, issue: Issue): Issue[] => (done ? [] : [issue]);
  const missing = MINIMUM_ENROLLED - panel.enrolled;
  const tooFew = { enrolled: panel.enrolled, missing, least: MINIMUM_ENROLLED };
  const begun = otherRounds.filter(({ stage }) => stage !== "draft");
  const underWay = begun.filter(({ stage }) => stage !== "closed");
  return [
    { step: "stage", issues: unless(round.stage === "draft", { code: "round_not_in_draft" }) },
    // Nothing to say of it before a first round has opened.
    ...(begun.length > 0
      ? [
          {
            step: "otherRounds" as const,
            issues: [
              ...underWay.map(({ number }): Issue => ({ code: "round_under_way", values: { number } })),
              ...(windowUnderWay === null
                ? []
                : [{ code: "window_under_way" as const, values: { number: windowUnderWay } }]),
            ],
          },
        ]
      : []),
    // The box never holds what somebody answered then together with what they answer now.
    ...(copying ? [{ step: "copying" as const, issues: [{ code: "withdrawn_answers_kept" as const }] }] : []),
    {
      step: "questionnaire",
      issues: [
        ...questionnaireIssues(round.questionnaire),
        ...breakdownElsewhere(round.questionnaire, breakdownIn),
        ...pointerIssues(round.questionnaire, paragraphs),
      ],
    },
    { step: "panel", issues: unless(panel.seats > 0, { code: "panel_empty" }) },
    { step: "enrolment", issues: unless(enrolmentOpen, { code: "enrolment_to_open" }) },
    // Nobody can enrol before, so nothing can be asked of the hosts yet.
    ...(enrolmentOpen
      ? [
          {
            step: "enrolled" as const,
            issues: unless(missing <= 0, { code: "too_few_enrolled", values: tooFew }),
          },
        ]
      : []),
    { step: "closingTime", issues: unless(round.closesAt > now, { code: "closing_time_past" }) },
  ];
}

/** Everything still to do before a round can open. The overview shows it; the command refuses while it is not empty. */
export function issuesBeforeOpening(...about: Parameters<typeof openingSteps>): Issue[] {
  return openingSteps(...about).flatMap(({ issues }) => issues);
}
