import { z } from "zod";
import { TEXT_LIMIT } from "../text-limit";
import { itemBase } from "./label";

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
