import type { Issue, IssueCode } from "@/domain/issue";
import type { Label } from "./shapes/label";

/** What is wrong with a list of statements or options: too few, blank, or twice the same. */
export function labelIssues(
  itemId: string,
  labels: readonly Label[],
  rule: { atLeast: number; missing: IssueCode },
): Issue[] {
  const issues: Issue[] = [];
  if (labels.length < rule.atLeast) issues.push({ code: rule.missing, at: itemId });
  if (labels.some(({ text }) => text.trim() === "")) issues.push({ code: "label_blank", at: itemId });
  const texts = labels.map(({ text }) => text.trim().toLowerCase()).filter((text) => text !== "");
  if (new Set(texts).size < texts.length) issues.push({ code: "label_repeated", at: itemId });
  if (new Set(labels.map(({ id }) => id)).size < labels.length)
    issues.push({ code: "id_repeated", at: itemId });
  return issues;
}

/** An issue if an answer names a statement or option that the item does not have. */
export function unknownIds(itemId: string, labels: readonly Label[], named: readonly string[]): Issue[] {
  const known = new Set(labels.map(({ id }) => id));
  return named.every((id) => known.has(id)) ? [] : [{ code: "answer_not_offered", at: itemId }];
}

/** An issue if an answer names the same statement or option twice. */
export function namedTwice(itemId: string, named: readonly string[]): Issue[] {
  return new Set(named).size === named.length ? [] : [{ code: "answer_names_twice", at: itemId }];
}
