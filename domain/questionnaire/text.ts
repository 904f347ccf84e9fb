import type { Issue } from "@/domain/issue";
import type { TextAnswer, TextItem } from "./shapes/text";

export type { Consent, TextAnswer, TextItem } from "./shapes/text";

/** What keeps an answer to a text item from being accepted. */
export function textAnswerIssues(item: TextItem, answer: TextAnswer): Issue[] {
  const issues: Issue[] = answer.text.trim() === "" ? [{ code: "answer_empty", at: item.id }] : [];
  // PostgreSQL keeps neither; half of a pair is what remains where an emoji was cut in two.
  if (answer.text.includes("\0") || /\p{Surrogate}/u.test(answer.text))
    issues.push({ code: "text_unreadable", at: item.id });
  return issues;
}
