import type { Issue } from "@/domain/issue";
import { labelIssues, unknownIds } from "./label-issues";
import { NO_POSITION } from "./position";
import type { ScaleAnswer, ScaleItem } from "./shapes/scale";

export type { ScaleAnswer, ScaleItem } from "./shapes/scale";

/** What keeps a scale item from being asked. */
export function scaleItemIssues(item: ScaleItem): Issue[] {
  const issues = labelIssues(item.id, item.statements, { atLeast: 1, missing: "scale_without_statements" });
  if (item.categories.length < 2) issues.push({ code: "scale_too_few_categories", at: item.id });
  if (item.categories.some((category) => category.trim() === ""))
    issues.push({ code: "category_blank", at: item.id });
  const named = item.categories
    .map((category) => category.trim().toLowerCase())
    .filter((name) => name !== "");
  if (new Set(named).size < named.length) issues.push({ code: "category_repeated", at: item.id });
  return issues;
}

/** What keeps an answer to this scale item from being accepted. */
export function scaleAnswerIssues(item: ScaleItem, answer: ScaleAnswer): Issue[] {
  const issues = unknownIds(item.id, item.statements, Object.keys(answer.marks));
  const beyond = Object.values(answer.marks).some(
    (mark) => mark !== NO_POSITION && mark >= item.categories.length,
  );
  if (beyond) issues.push({ code: "answer_not_offered", at: item.id });
  const marked = item.statements.filter(({ id }) => answer.marks[id] !== undefined).length;
  if (marked === 0) issues.push({ code: "answer_empty", at: item.id });
  if (item.required && marked < item.statements.length)
    issues.push({
      code: "statements_unanswered",
      at: item.id,
      values: { count: item.statements.length - marked },
    });
  return issues;
}
