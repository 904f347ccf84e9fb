import type messages from "@/messages/en.json";

/** What of a text could not be taken, or was taken in another form; each has its sentence under `paper.notices`. */
export type Notice = {
  readonly code: keyof (typeof messages)["paper"]["notices"];
  readonly values: Readonly<Record<string, string | number>>;
};

/** Those by which nothing is lost: the words stand in the paper, in another form. */
const HARMLESS: readonly Notice["code"][] = ["lists", "footnotes", "links"];

/** What must be put right before the text is saved as it was typed, since something of it would be lost. */
export const obstaclesIn = (notices: readonly Notice[]): Notice[] =>
  notices.filter(({ code }) => !HARMLESS.includes(code));
