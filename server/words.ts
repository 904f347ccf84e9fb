import "server-only";
import { createTranslator } from "use-intl/core";
import type { Issue } from "@/domain/issue";
import type { Refusal } from "@/domain/refusal";
import messages from "@/messages/en.json";

/** The words of one namespace-free translator; English until a second language is added. */
export const words = createTranslator({ locale: "en", messages });

/** The sentence of a refusal: what was not done, and what to do next. */
export function sentenceOf(refusal: Refusal): string {
  // The code is a key of `refusals`; the translator's types want a literal for each code's own values.
  return words(`refusals.${refusal.code}` as never, refusal.values as never);
}

/** The sentence of an issue: what to put right. */
export function sentenceOfIssue(issue: Issue): string {
  // As above: the code is a key of `issues`.
  return words(`issues.${issue.code}` as never, (issue.values ?? {}) as never);
}
