import type { Issue } from "@/domain/issue";
import type { Answer } from "./item";
import type { Questionnaire } from "./questionnaire";
import type { Breakdown } from "./shapes/breakdown";

export type { Breakdown, Group, GroupAnswer } from "./shapes/breakdown";

/** The id under which a participant's group stands among the answers; no item has it. */
export const BREAKDOWN = "breakdown";

/** The fewest groups that part a panel. */
const FEWEST_GROUPS = 2;

/** What keeps a breakdown from being asked. */
export function breakdownIssues({ question, groups }: Breakdown): Issue[] {
  const at = BREAKDOWN;
  const issues: Issue[] = [];
  if (question.trim() === "") issues.push({ code: "breakdown_question_blank", at });
  if (groups.length < FEWEST_GROUPS) issues.push({ code: "breakdown_too_few_groups", at });
  const names = groups.map(({ name }) => name.trim().toLowerCase());
  if (names.includes("")) issues.push({ code: "group_blank", at });
  const given = names.filter((name) => name !== "");
  if (new Set(given).size < given.length) issues.push({ code: "group_repeated", at });
  if (new Set(groups.map(({ id }) => id)).size < groups.length) issues.push({ code: "id_repeated", at });
  return issues;
}

/** What keeps the answer to this breakdown from being accepted. It may always be left out. */
export function groupAnswerIssues({ groups }: Breakdown, answer: Answer | undefined): Issue[] {
  if (answer === undefined) return [];
  if (answer.kind !== "group") return [{ code: "answer_of_another_kind", at: BREAKDOWN }];
  const offered = answer.groupId === null || groups.some(({ id }) => id === answer.groupId);
  return offered ? [] : [{ code: "answer_not_offered", at: BREAKDOWN }];
}

/** What keeps the groups of a round from being asked: another round, of this number, that asks for groups. */
export function breakdownElsewhere({ breakdown }: Questionnaire, otherRound: number | null): Issue[] {
  if (breakdown === undefined || otherRound === null) return [];
  return [{ code: "breakdown_in_another_round", at: BREAKDOWN, values: { number: otherRound } }];
}

/** What another round starts from: everything but the breakdown, which one round of a consultation asks at most. */
export function withoutBreakdown({ breakdown: _, ...rest }: Questionnaire): Questionnaire {
  return rest;
}
