import { z } from "zod";
import { BREAKDOWN } from "../breakdown";

/** Identifies an agenda question, item, statement or option within one questionnaire; kept when it is carried over. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
  .refine((id) => id !== "noposition")
  // Every object answers to this name, so that what is not answered would seem to be.
  .refine((id) => id !== "constructor");

/** Something that can be chosen, ranked or marked: a statement of a scale, an option of a choice. */
export const labelSchema = z.object({ id: idSchema, text: z.string().max(600) });
export type Label = z.infer<typeof labelSchema>;

/** What every item has, whatever its kind. */
export const itemBase = {
  id: idSchema.refine((id) => id !== BREAKDOWN),
  /** What is asked. May be blank in a draft. */
  prompt: z.string().max(1_000),
  /** A line of help under the prompt. */
  help: z.string().max(1_000).nullable(),
  /** A response without an answer to a required item is not accepted. "No position" is an answer. */
  required: z.boolean(),
  /** The paragraph of the discussion paper that it is about, by its id. */
  paragraph: idSchema.exactOptional(),
};
