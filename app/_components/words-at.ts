import type { AbstractIntlMessages } from "next-intl";
import type messages from "@/messages/en.json";

type Words = typeof messages;

/** A place in `messages/`: a namespace, or one entry of it as in "clock.timeIsUp". */
export type WordPlace = {
  [Name in keyof Words & string]: Name | `${Name}.${keyof Words[Name] & string}`;
}[keyof Words & string];

/** Where that stands in which findings, their figures and their tables are told. */
export const OF_FINDINGS = [
  ...(["findings", "figures", "basis", "measures", "movement"] as const),
  ...(["wording", "wordingNote", "report.columns"] as const),
] satisfies readonly WordPlace[];

/** The words at these places and no others, each where it stands among all; a place where nothing stands gives nothing. */
export function wordsAt(all: AbstractIntlMessages, places: readonly WordPlace[]): AbstractIntlMessages {
  const words: AbstractIntlMessages = {};
  for (const place of places) {
    const [name = "", entry] = place.split(".");
    const found = all[name];
    if (found === undefined) continue;
    const part = entry === undefined || typeof found === "string" ? found : found[entry];
    if (part === undefined) continue;
    words[name] = entry === undefined ? part : Object.assign({}, words[name], { [entry]: part });
  }
  return words;
}
