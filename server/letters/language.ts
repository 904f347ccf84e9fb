import "server-only";
import { words } from "@/server/words";

/** Drafts are worded in the language of the product; a letter in another is written over them. */
export const LANGUAGE = {
  // The domain puts keys together, so that their type cannot be that of the messages.
  translate: (key: string, values: Record<string, unknown>) => words.markup(key as never, values as never),
  locale: "en-GB",
};
