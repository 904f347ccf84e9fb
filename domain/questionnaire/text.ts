import { z } from "zod";
import type { Issue } from "@/domain/issue";
import { itemBase } from "./label";

/** The longest open answer, in UTF-16 code units. */
export const TEXT_LIMIT = 4_000;

/** An open answer. */
export const textItemSchema = z.object({ ...itemBase, kind: z.literal("text") });
export type TextItem = z.infer<typeof textItemSchema>;

/** What the author allows: to be reflected in a theme, or only to be read by rapporteur and hosts. */
const consentSchema = z.enum(["mayBeReflected", "notToBeReflected"]);
export type Consent = z.infer<typeof consentSchema>;

export const textAnswerSchema = z.object({
  kind: z.literal("text"),
  text: z.string().max(TEXT_LIMIT),
  consent: consentSchema,
});
export type TextAnswer = z.infer<typeof textAnswerSchema>;

/** What keeps an answer to a text item from being accepted. */
export function textAnswerIssues(item: TextItem, answer: TextAnswer): Issue[] {
  const issues: Issue[] = answer.text.trim() === "" ? [{ code: "answer_empty", at: item.id }] : [];
  // PostgreSQL keeps neither; half of a pair is what remains where an emoji was cut in two.
  if (answer.text.includes("\0") || /\p{Surrogate}/u.test(answer.text))
    issues.push({ code: "text_unreadable", at: item.id });
  return issues;
}
