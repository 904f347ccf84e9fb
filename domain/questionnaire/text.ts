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
  return answer.text.trim() === "" ? [{ code: "answer_empty", at: item.id }] : [];
}
