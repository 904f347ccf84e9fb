import type { Issue } from "@/domain/issue";
import { labelIssues, namedTwice, unknownIds } from "./label-issues";
import { NO_POSITION } from "./position";
import type { ApprovalAnswer, ApprovalItem } from "./shapes/approval";

export type { ApprovalAnswer, ApprovalItem } from "./shapes/approval";

/** What keeps an approval item from being asked. */
export function approvalItemIssues(item: ApprovalItem): Issue[] {
  const issues = labelIssues(item.id, item.options, { atLeast: 2, missing: "too_few_options" });
  const { minimum, maximum, options } = item;
  // Where all options must be approved there is nothing to answer, and every count would be told by the number of answers.
  if ((minimum ?? 0) >= options.length || (maximum ?? 1) > options.length || (minimum ?? 0) > (maximum ?? 20))
    issues.push({ code: "approval_bounds_impossible", at: item.id });
  return issues;
}

/** What keeps an answer to this approval item from being accepted. */
export function approvalAnswerIssues(item: ApprovalItem, answer: ApprovalAnswer): Issue[] {
  if (answer.options === NO_POSITION) return [];
  const issues = [
    ...unknownIds(item.id, item.options, answer.options),
    ...namedTwice(item.id, answer.options),
  ];
  if (item.minimum !== null && answer.options.length < item.minimum)
    issues.push({ code: "approval_too_few", at: item.id, values: { minimum: item.minimum } });
  if (item.maximum !== null && answer.options.length > item.maximum)
    issues.push({ code: "approval_too_many", at: item.id, values: { maximum: item.maximum } });
  return issues;
}
