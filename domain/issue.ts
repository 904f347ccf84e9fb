import type messages from "@/messages/en.json";

/** Every issue has its sentence under `issues` in `messages/`. */
export type IssueCode = keyof (typeof messages)["issues"];

/**
 * Something to put right, found by a validation. Validations return all of them; the screen that shows them and the
 * command that refuses ask the same function.
 */
export type Issue = {
  readonly code: IssueCode;
  /** Values of the sentence. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** What it is about: an item, agenda question or statement id, or the name of a field. */
  readonly at?: string;
};
